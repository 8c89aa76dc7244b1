import type { Kysely } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import { dueOf } from '../../regime/procedure/due.ts'
import { applyAct } from '../../regime/procedure/fold.ts'
import { isFinal, stepNames } from '../../regime/procedure/steps.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { demandConfirmed, getFirm, getOpenBatch } from './application.ts'
import { batchDates } from './load.ts'

/** Steps after which the same firm may apply again in the same batch. */
const ended = stepNames.filter((step) => isFinal(step) && step !== 'announced')

/** The firm starts an application in an open batch (第七条, 第九条); its first act opens the case. */
export const openApplication = async (
  db: Kysely<Database>,
  acting: Acting,
  batchId: string,
): Promise<{ id: string }> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), (tx) =>
    once(tx, acting, firm.authority, { verb: 'application.open', enterprise: firm.enterprise, batchId }, async () => {
      await demandConfirmed(tx, firm)
      const batch = await getOpenBatch(tx, batchId, acting.today)
      if (!batch.accepting) throw new Refusal('application.closed')
      const enterprise = await tx
        .selectFrom('enterprise')
        .select(['name', 'uscc'])
        .where('authority', '=', firm.authority)
        .where('id', '=', firm.enterprise)
        .executeTakeFirstOrThrow()
      const living = await tx
        .selectFrom('cases')
        .select('id')
        .where('authority', '=', firm.authority)
        .where('enterprise', '=', firm.enterprise)
        .where('batch', '=', batchId)
        .where('step', 'not in', ended)
        .executeTakeFirst()
      if (living) throw new Refusal('application.already-open', { case: living.id })
      const id = acting.newId()
      const payload = { batch: batchId }
      const state = applyAct(undefined, {
        seq: 1,
        act: 'application.open',
        person: firm.person,
        at: acting.now,
        day: acting.today,
        payload,
      })
      const opened = await tx
        .insertInto('cases')
        .values({
          authority: firm.authority,
          id,
          enterprise: firm.enterprise,
          enterprise_name: enterprise.name,
          uscc: enterprise.uscc,
          batch: batchId,
          tier: batch.tier,
          step: state.step,
          since: state.since,
          due: dueOf(state, await batchDates(tx, batchId)) ?? null,
          seq: state.seq,
          state: JSON.stringify(state),
          opened_at: acting.now,
        })
        // A colleague may have opened one in the same moment.
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!opened) throw new Refusal('application.already-open')
      await appendActs(tx, acting, [
        {
          authority: firm.authority,
          subjectKind: 'case',
          subject: id,
          subjectSeq: 1,
          enterprise: firm.enterprise,
          act: 'application.open',
          payload,
        },
      ])
      return { id }
    }),
  )
}
