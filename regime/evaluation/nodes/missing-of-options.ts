import type { OptionDefinition } from '../definition.ts'
import { missingOfRule } from './missing-of-rule.ts'
import type { RuleNode, Trace } from './trace.ts'

/**
 * Unknown facts that can decide whether the options of at least `cut` points are reached. Each option is decided alone:
 * that an entry counting for one could not count for another is never inferred.
 */
export const missingOfOptions = (
  trace: Trace,
  options: readonly OptionDefinition[],
  nodes: readonly (RuleNode | null)[],
  cut: number,
): readonly string[] =>
  options.flatMap(({ points }, at) => {
    const node = nodes[at]
    return points < cut || !node ? [] : missingOfRule(trace, node)
  })
