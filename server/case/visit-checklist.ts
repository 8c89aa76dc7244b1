import type { Transaction } from 'kysely'
import type { ChecklistItem } from '../../contract/visit.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { carriersOf, checklistOf, standsFor } from '../../regime/procedure/checklist.ts'
import { eligibilityOf, type Law, standardOf } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import type { CaseRow } from './summary.ts'

interface Attached {
  readonly id: string
  readonly name: string
  readonly paths: readonly string[]
}

/**
 * The on-site checklist of a case (第九条): from the facts that were handed in, under the edition its batch pins, with the
 * names of what each line carries and the papers handed in for it. `act.not-available` where nothing was handed in.
 */
export const readChecklist = async (
  tx: Transaction<Database>,
  law: Law,
  { authority, batch, submission }: Pick<CaseRow, 'authority' | 'batch' | 'submission'>,
): Promise<ChecklistItem[]> => {
  if (submission === null) throw new Refusal('act.not-available')
  const { facts, evidence } = await tx
    .selectFrom('submission')
    .select(['facts', 'evidence'])
    .where('authority', '=', authority)
    .where('id', '=', submission)
    .executeTakeFirstOrThrow()
  const pinned = await tx
    .selectFrom('batch')
    .select(['eligibility', 'eligibility_edition', 'standard', 'edition'])
    .where('id', '=', batch)
    .executeTakeFirstOrThrow()
  const explanations = [
    (await law.evaluate(tx, eligibilityOf(pinned), facts)).explanation,
    (await law.evaluate(tx, standardOf(pinned), facts)).explanation,
  ]
  const carriers = carriersOf(explanations)
  return checklistOf(explanations).map((line) => ({
    ...line,
    carries: line.carries.flatMap((id) => carriers.get(id) ?? []),
    evidence: (evidence as readonly Attached[])
      .filter(({ paths }) => standsFor(paths, line.item))
      .map(({ id, name }) => ({ id, name })),
  }))
}
