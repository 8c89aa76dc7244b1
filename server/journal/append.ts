import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type EntryHeader, entryText, payloadText } from '../../regime/journal/entry-text.ts'
import { personOf } from '../../regime/jurisdiction/actor.ts'
import type { Database } from '../store/database.ts'
import type { Acting } from './acting.ts'

/** One act to be put on record. */
export interface Entry {
  /** The authority in whose chain it stands. */
  readonly authority: string
  readonly subjectKind:
    | 'case'
    | 'enterprise'
    | 'claim'
    | 'uscc-admission'
    | 'batch'
    | 'edition'
    | 'notice'
    | 'objection'
    | 'filing'
    | 'draw'
    | 'announcement'
    | 'account'
  readonly subject: string
  /** Number of the act within its subject, from 1. */
  readonly subjectSeq: number
  readonly enterprise?: string
  readonly act: string
  readonly payload: object
}

/** Digest every chain starts from. */
export const GENESIS = '0'.repeat(64)
/** Rows per insert: well below the protocol's limit of 65,535 parameters. */
const CHUNK = 500

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Digest of an entry: what the chain is made of. */
export const entryDigest = (header: EntryHeader): string => sha256(entryText(header))

/** Digest of a payload, with who acted, under its salt. */
export const payloadDigest = (salt: string, person: string | null, payload: object): string =>
  sha256(payloadText(salt, person, payload))

/**
 * Appends acts to the journal, each to its authority's hash chain, in the caller's transaction (B6).
 * Locks the chain heads in the order of the codes, so that two group acts cannot wait for each other.
 */
export const appendActs = async (
  tx: Transaction<Database>,
  acting: Acting,
  entries: readonly Entry[],
): Promise<void> => {
  const authorities = [...new Set(entries.map(({ authority }) => authority))].sort()
  for (const authority of authorities) {
    await extendChain(
      tx,
      acting,
      authority,
      entries.filter((entry) => entry.authority === authority),
    )
  }
}

const extendChain = async (
  tx: Transaction<Database>,
  acting: Acting,
  authority: string,
  entries: readonly Entry[],
): Promise<void> => {
  await tx
    .insertInto('chain_head')
    .values({ authority, position: 0, digest: GENESIS })
    .onConflict((conflict) => conflict.column('authority').doNothing())
    .execute()
  const head = await tx
    .selectFrom('chain_head')
    .select(['position', 'digest'])
    .where('authority', '=', authority)
    .forUpdate()
    .executeTakeFirstOrThrow()
  let position = Number(head.position)
  let previous = head.digest
  const person = personOf(acting.actor) ?? null
  const office = acting.actor.kind === 'officer' ? acting.actor.authority : null
  const rows = entries.map((entry) => {
    position += 1
    const salt = Buffer.from(acting.random(16)).toString('hex')
    const digested = {
      authority,
      position,
      id: acting.newId(),
      subject_kind: entry.subjectKind,
      subject: entry.subject,
      subject_seq: entry.subjectSeq,
      act: entry.act,
      actor_kind: acting.actor.kind,
      office,
      at: acting.now,
      day: acting.today,
      payload_digest: payloadDigest(salt, person, entry.payload),
      previous,
    }
    previous = entryDigest(digested)
    return {
      ...digested,
      enterprise: entry.enterprise ?? null,
      person,
      payload: JSON.stringify(entry.payload),
      salt,
      digest: previous,
      idempotency_key: acting.idempotencyKey,
    }
  })
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insertInto('act')
      .values(rows.slice(from, from + CHUNK))
      .execute()
  }
  await tx.updateTable('chain_head').set({ position, digest: previous }).where('authority', '=', authority).execute()
}
