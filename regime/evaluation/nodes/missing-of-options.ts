import type { OptionDefinition } from '../definition.ts'
import { judgeRule } from './judge-rule.ts'
import { missingOfRule } from './missing-of-rule.ts'
import type { Run } from './run.ts'

/**
 * Unknown facts that can decide whether the options of at least `cut` points are reached. Each option is decided alone:
 * that an entry counting for one could not count for another is never inferred.
 */
export const missingOfOptions = (run: Run, options: readonly OptionDefinition[], cut: number): readonly string[] =>
  options.flatMap(({ points, rule }) =>
    points < cut || rule === null || judgeRule(run, rule) !== 'undetermined' ? [] : missingOfRule(run, rule),
  )
