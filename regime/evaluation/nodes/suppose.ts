import type { TestRule } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import { joinVerdicts, judgeScore } from './judge.ts'
import type { RuleNode, Trace } from './trace.ts'

/** What is supposed instead of what was found: verdicts of single tests, points of dimensions, the total. */
export interface Supposition {
  readonly tests?: ReadonlyMap<TestRule, Verdict>
  readonly dimensions?: readonly Points[]
  readonly total?: Points
}

/** The outcome if it were so. Asked to rank what is missing and to rule out moves that cannot suffice. */
export const suppose = ({ outcome, dimensions, total }: Trace, supposed: Supposition): Verdict => {
  const sums = supposed.dimensions ?? dimensions
  const all = supposed.total ?? total
  const verdictOf = (node: RuleNode): Verdict => {
    switch (node.kind) {
      case 'test':
        return supposed.tests?.get(node.rule) ?? node.verdict
      case 'score':
        return judgeScore(node.rule, node.rule.dimension === null ? all : (sums[node.rule.dimension] as Points))
      case 'reference':
        return verdictOf(node.condition.node)
      case 'join':
        return joinVerdicts(node.rule.kind, node.parts.map(verdictOf))
    }
  }
  return verdictOf(outcome)
}
