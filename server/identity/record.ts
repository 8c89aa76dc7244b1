import type { Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import type { IdentityAct } from './tables.ts'

/** What an act on accounts needs to know about its circumstances; a request's context fits. */
export interface Circumstances {
  /** The machine's instant, ISO 8601. */
  readonly wall: string
  readonly newId: () => string
  readonly random: (length: number) => Uint8Array
  /** Network address of the person; undefined on the command line. */
  readonly ip?: string | undefined
}

/** Appends one line to an account's record (scope `identity`). `by` is null for a stranger or the command line. */
export const record = async (
  tx: Transaction<Database>,
  at: Circumstances,
  entry: { account: string; act: IdentityAct; by: string | null; details?: object },
): Promise<void> => {
  await tx
    .insertInto('identity_record')
    .values({
      account: entry.account,
      id: at.newId(),
      at: at.wall,
      act: entry.act,
      by: entry.by,
      address: at.ip ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute()
}
