import type { Kysely } from 'kysely'
import type { Batch } from '../../contract/batches.ts'
import { personOf } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalAtProvince, refusalToOpen } from '../../regime/procedure/batch.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { batchAnswer } from './read.ts'

/** A provincial approver, not the proposer, opens a batch (第十二条, 第七条). */
export const openBatch = async (db: Kysely<Database>, law: Law, acting: Acting, id: string): Promise<Batch> => {
  const elsewhere = refusalAtProvince(acting.actor, 'approver')
  if (elsewhere) throw new Refusal(elsewhere)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, PROVINCE, { verb: 'batch.open', id }, async () => {
      const batch = await tx.selectFrom('batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      if (!batch) throw new Refusal('batch.not-found')
      const refusal = refusalToOpen(acting.actor, { status: batch.status, proposedBy: batch.proposed_by })
      if (refusal) throw new Refusal(refusal)
      const row = await tx
        .updateTable('batch')
        .set({ status: 'open', opened_by: personOf(acting.actor) as string })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
      await appendActs(tx, acting, [
        { authority: PROVINCE, subjectKind: 'batch', subject: id, subjectSeq: 2, act: 'batch.open', payload: {} },
      ])
      return batchAnswer(tx, law, row, acting.actor, acting.today)
    }),
  )
}
