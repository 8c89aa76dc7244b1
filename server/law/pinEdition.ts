import type { Transaction } from 'kysely'
import type { Edition } from '../../regime/evaluation/edition.ts'
import type { Database } from '../store/database.ts'
import { type Pinned, pinOf } from './law.ts'

/**
 * Keeps an edition's documents for ever and gives its pin, in the transaction of the batch that goes by it. Editions of
 * the house are kept too: a later program may no longer ship them, and the batch's cases still rest on them (R8.1).
 */
export const pinEdition = async (tx: Transaction<Database>, edition: Edition, now: string): Promise<Pinned> => {
  const pinned = pinOf(edition)
  await tx
    .insertInto('pinned_edition')
    .values({
      digest: pinned.edition,
      standard: pinned.standard,
      documents: JSON.stringify(edition.documents),
      pinned_at: now,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute()
  return pinned
}
