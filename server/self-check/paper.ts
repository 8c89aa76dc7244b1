import { evaluate } from '../../regime/evaluation/evaluate.ts'
import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { subjectOf, tellResult } from '../../regime/evaluation/telling/tell-result.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { EvaluationPaper } from '../document/paper.ts'
import type { Law } from '../law/law.ts'

export interface SelfCheck {
  readonly standards: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
}

/** Most entries of lists, over all of them: what fits on a paper, and is explained in a blink. */
const MOST_ENTRIES = 600

/** Of facts already let in, so that their depth is known. */
const entriesOf = (facts: unknown): number =>
  Array.isArray(facts)
    ? facts.length + facts.reduce<number>((sum, entry) => sum + entriesOf(entry), 0)
    : typeof facts === 'object' && facts !== null
      ? Object.values(facts).reduce<number>((sum, member) => sum + entriesOf(member), 0)
      : 0

/** What a firm is told of the figures it gave (B1). Nothing of it is stored: no row, no file, no line in the log. */
export const selfCheckPaper = (
  law: Pick<Law, 'house'>,
  { standards, facts }: SelfCheck,
  now: string,
): EvaluationPaper => {
  const asked = standards.map((id) => {
    const edition = law.house.find(({ standard }) => standard.id === id)
    if (!edition) throw new Refusal('standard.not-found', { standard: id })
    return edition.standard
  })
  try {
    const known = parseFacts(facts)
    if (entriesOf(known) > MOST_ENTRIES) throw new Refusal('paper.too-large', { entries: MOST_ENTRIES })
    return {
      title: '自测评价说明',
      rows: [['说明来由', '企业自测，依企业自行填写的数据计算']],
      outlines: asked.map((standard) => tellResult(evaluate(standard, known), subjectOf(known))),
      proof: [],
      generatedAt: now,
    }
  } catch (error) {
    if (!(error instanceof FactsRefusal)) throw error
    const { pointer, problem, allowed } = error
    throw new Refusal('facts.invalid', { pointer, problem, allowed })
  }
}
