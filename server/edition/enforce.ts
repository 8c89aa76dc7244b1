import type { Kysely } from 'kysely'
import type { EditionSummary } from '../../contract/editions.ts'
import { conflictOf } from '../../regime/evaluation/succession.ts'
import { personOf } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalAtProvince } from '../../regime/procedure/batch.ts'
import { refusalOfDay } from '../../regime/procedure/edition.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { inForceOf, readCatalogue, standardsOf } from './catalogue.ts'
import { lockEdition, viewOf } from './lock.ts'
import { summaryOf } from './present.ts'
import { settleEdition } from './settle.ts'

/**
 * A provincial approver, not the handler, puts an edition in force for batches that open from a day on (R8.2). Batches that
 * have been proposed before keep what they pinned.
 */
export const enforceEdition = async (
  db: Kysely<Database>,
  law: Law,
  acting: Acting,
  name: string,
  { edition, effectiveOn, baseSeq }: { readonly edition: string; readonly effectiveOn: Day; readonly baseSeq: number },
): Promise<EditionSummary> => {
  const elsewhere = refusalAtProvince(acting.actor, 'approver')
  if (elsewhere) throw new Refusal(elsewhere)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, PROVINCE, { verb: 'edition.enforce', edition, effectiveOn, baseSeq }, async () => {
      // One at a time: two that are decided together could conflict with each other and with nothing else.
      await tx
        .selectFrom('edition')
        .select('id')
        .where('status', 'in', ['proposed', 'in-force'])
        .orderBy('id')
        .forUpdate()
        .execute()
      const row = await lockEdition(tx, acting.actor, edition, 'enforce', baseSeq)
      const refusal = refusalOfDay(effectiveOn, viewOf(row), acting.today)
      if (refusal) throw new Refusal(refusal)
      const before = await readCatalogue(tx, law)
      const own = before.find(({ key }) => key === row.id)
      const conflict = own?.kind === 'standard' ? conflictOf(own, standardsOf(inForceOf(before))) : undefined
      if (conflict) throw new Refusal('edition.conflict', { reason: `${conflict}。` })
      await settleEdition(tx, acting, row, {
        act: 'edition.enforce',
        change: {
          status: 'in-force',
          effective_on: effectiveOn,
          decided_by: personOf(acting.actor) as string,
          decided_by_name: name,
          decided_at: acting.now,
        },
        payload: { effectiveOn },
        role: 'handler',
        by: name,
      })
      const catalogue = await readCatalogue(tx, law)
      const entry = catalogue.find(({ key }) => key === row.id)
      if (!entry) throw new Refusal('edition.not-found')
      return summaryOf(entry, catalogue, acting.today)
    }),
  )
}
