import type { CaseDetail } from '../../../contract/case-view.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import { carriersOf, checklistOf, standsFor } from '../../../regime/procedure/checklist.ts'

export type SubmissionView = NonNullable<CaseDetail['submission']>

/** A claimed fact beside its evidence and what it carries. */
export interface ClaimedFact {
  readonly path: string
  readonly title: string
  readonly declared: string
  readonly hint: string
  readonly carries: readonly { readonly id: string; readonly name: string; readonly points: string }[]
  readonly source: string | undefined
  readonly evidence: readonly { readonly id: string; readonly name: string; readonly mediaType: string }[]
}

/** The facts on which this application's points and conditions rest, in the order of the standard. */
export const claimedFacts = (submission: SubmissionView): readonly ClaimedFact[] => {
  const roots = [submission.eligibility as Result, submission.result as Result].map(({ explanation }) => explanation)
  const carriers = carriersOf(roots)
  return checklistOf(roots)
    .filter(({ item }) => item.startsWith('/'))
    .map(({ item, title, declared, hint, carries }) => ({
      path: item,
      title,
      declared,
      hint,
      carries: carries.flatMap((id) => {
        const carrier = carriers.get(id)
        return carrier ? [{ id, name: carrier.name, points: carrier.standing }] : []
      }),
      source: submission.sources[item]?.source,
      evidence: submission.evidence.filter(({ paths }) => standsFor(paths, item)),
    }))
}
