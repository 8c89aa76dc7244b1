import { canonicalise } from '../kernel/canonical.ts'

/** What an entry's digest covers. The payload enters only as a salted digest, so that personal data can be erased later. */
export interface EntryHeader {
  readonly authority: string
  readonly position: number
  readonly id: string
  readonly subject_kind: string
  readonly subject: string
  readonly subject_seq: number
  readonly act: string
  readonly actor_kind: string
  readonly office: string | null
  readonly at: string
  readonly day: string
  readonly payload_digest: string
  readonly previous: string
}

/** The text whose SHA-256 is an entry's digest (B6). */
export const entryText = (header: EntryHeader): string => canonicalise(header)

/** The text whose SHA-256 is the digest of an entry's payload: the salt, and who acted with the payload. */
export const payloadText = (salt: string, person: string | null, payload: object): string =>
  `${salt}\n${canonicalise({ person, ...payload })}`
