import type { Kysely } from 'kysely'
import type { EditionSummary } from '../../contract/editions.ts'
import { personOf } from '../../regime/jurisdiction/actor.ts'
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

/** A provincial approver, not the handler, does not agree, with reasons; the files stay on record (第七条). */
export const rejectEdition = async (
  db: Kysely<Database>,
  law: Law,
  acting: Acting,
  name: string,
  { edition, reasons, baseSeq }: { readonly edition: string; readonly reasons: string; readonly baseSeq: number },
): Promise<EditionSummary> => {
  const elsewhere = refusalAtProvince(acting.actor, 'approver')
  if (elsewhere) throw new Refusal(elsewhere)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, PROVINCE, { verb: 'edition.reject', edition, reasons, baseSeq }, async () => {
      const row = await lockEdition(tx, acting.actor, edition, 'reject', baseSeq)
      await settleEdition(tx, acting, row, {
        act: 'edition.reject',
        change: {
          status: 'rejected',
          reasons,
          decided_by: personOf(acting.actor) as string,
          decided_by_name: name,
          decided_at: acting.now,
        },
        payload: { reasons },
        role: 'handler',
        by: name,
      })
      return getSummary(tx, law, row.id, acting.today)
    }),
  )
}
