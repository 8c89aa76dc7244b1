import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import type { Passage } from '../../../regime/evaluation/telling/outline.ts'
import { tellSections } from '../../../regime/evaluation/telling/tell-sections.ts'

/** A passage that reads otherwise under the assumption, beside what it was. */
export interface Changed {
  readonly before: Passage | undefined
  readonly after: Passage
}

const passagesOf = (root: Explanation): readonly Passage[] => tellSections(root).flatMap(({ passages }) => passages)

/** Indicators and conditions whose numbers or result the assumption changes, in the standard's order. */
export const changedPassages = (before: Explanation, after: Explanation): readonly Changed[] => {
  const known = new Map(passagesOf(before).map((passage) => [passage.key, passage]))
  return passagesOf(after).flatMap((passage) => {
    const was = known.get(passage.key)
    return JSON.stringify(was) === JSON.stringify(passage) ? [] : [{ before: was, after: passage }]
  })
}
