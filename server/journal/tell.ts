import type { Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import type { Acting } from './acting.ts'

/** Something to be told to an enterprise's people or to the officers of a role. */
export interface Telling {
  readonly authority: string
  readonly enterprise?: string
  /** A post at the authority, or at the province about something of that authority's. */
  readonly role?: 'handler' | 'approver' | 'verifier' | 'province-handler' | 'province-approver'
  readonly subjectKind: string
  readonly subject: string
  readonly topic: string
  readonly payload?: object
}

const CHUNK = 500

/** Writes to the outbox in the transaction of the act: what was not committed is never told. */
export const tell = async (tx: Transaction<Database>, acting: Acting, tellings: readonly Telling[]): Promise<void> => {
  const rows = tellings.map(({ authority, enterprise, role, subjectKind, subject, topic, payload }) => ({
    authority,
    id: acting.newId(),
    enterprise: enterprise ?? null,
    role: role ?? null,
    subject_kind: subjectKind,
    subject,
    topic,
    payload: JSON.stringify(payload ?? {}),
    at: acting.now,
  }))
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insertInto('outbox')
      .values(rows.slice(from, from + CHUNK))
      .execute()
  }
}
