import type { Kysely } from 'kysely'
import type { EditionSummary } from '../../contract/editions.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalAtProvince } from '../../regime/procedure/batch.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { lockEdition } from './lock.ts'
import { getSummary } from './read.ts'
import { settleEdition } from './settle.ts'

/** Whoever handed an edition in takes it back before it is decided; the files stay on record. */
export const withdrawEdition = async (
  db: Kysely<Database>,
  law: Law,
  acting: Acting,
  name: string,
  { edition, baseSeq }: { readonly edition: string; readonly baseSeq: number },
): Promise<EditionSummary> => {
  const elsewhere = refusalAtProvince(acting.actor, 'handler')
  if (elsewhere) throw new Refusal(elsewhere)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, PROVINCE, { verb: 'edition.withdraw', edition, baseSeq }, async () => {
      const row = await lockEdition(tx, acting.actor, edition, 'withdraw', baseSeq)
      await settleEdition(tx, acting, row, {
        act: 'edition.withdraw',
        change: { status: 'withdrawn' },
        payload: {},
        role: 'approver',
        by: name,
      })
      return getSummary(tx, law, row.id, acting.today)
    }),
  )
}
