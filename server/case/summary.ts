import type { Selectable } from 'kysely'
import type { CaseSummary } from '../../contract/case-view.ts'
import { stepEntry } from '../../regime/procedure/steps.ts'
import type { Audience } from '../../regime/procedure/words.ts'
import type { CasesTable } from './tables.ts'

/** A case row with the title of its batch. */
export type CaseRow = Selectable<CasesTable> & { readonly batch_title: string }

/** A case in one line, in the words of the reader. */
export const caseSummary = (row: CaseRow, audience: Audience): CaseSummary => ({
  id: row.id,
  authority: row.authority,
  enterprise: row.enterprise,
  enterpriseName: row.enterprise_name,
  uscc: row.uscc,
  batch: row.batch,
  batchTitle: row.batch_title,
  tier: row.tier,
  step: row.step,
  label: stepEntry(row.state.step)[audience],
  since: row.since,
  due: row.due,
  scoreMin: row.score_min,
  scoreMax: row.score_max,
  outcome: row.outcome,
  round: row.state.round,
  overdueCorrection: row.state.correction?.overdue === true,
})
