import { type Amount, compareRatio, type Fraction } from '../../kernel/fraction.ts'
import { liftedOf, type Relation, type ScoreRule, type TestRule } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import { both, either, verdictOf } from '../kleene.ts'
import type { Reading } from './reading.ts'

const judgeSign = (sign: number, relation: Relation): Verdict => {
  switch (relation) {
    case 'at-least':
      return sign >= 0 ? 'met' : 'unmet'
    case 'at-most':
      return sign <= 0 ? 'met' : 'unmet'
    case 'above':
      return sign > 0 ? 'met' : 'unmet'
    default:
      return sign < 0 ? 'met' : 'unmet'
  }
}

/** A quotient against a threshold lifted by its mechanism. */
export const judgeQuotient = (
  [numerator, denominator]: readonly [Amount, Amount],
  relation: Relation,
  bound: Fraction,
): Verdict => judgeSign(compareRatio(numerator, denominator, bound), relation)

/** An interval holds a relation when both ends do, and breaks it when neither can: relations are monotone. */
export const judgeInterval = (low: Amount, high: Amount | null, relation: Relation, bound: Fraction): Verdict => {
  const atLow = judgeSign(compareRatio(low, 1, bound), relation)
  // Without an upper end the relation holds at the far end exactly when it asks for more.
  const atHigh =
    high === null
      ? verdictOf(relation === 'at-least' || relation === 'above')
      : judgeSign(compareRatio(high, 1, bound), relation)
  return atLow === atHigh ? atLow : 'undetermined'
}

/** One metric's reading against a test. */
export const judgeTest = (rule: TestRule, reading: Reading): Verdict => {
  switch (reading.kind) {
    case 'number':
      return reading.quotient ? judgeQuotient(reading.quotient, rule.relation, liftedOf(rule.bound)) : 'undetermined'
    case 'tally':
      return judgeInterval(reading.low, reading.high, rule.relation, liftedOf(rule.bound))
    case 'choice':
      return verdictOf(reading.value === null ? null : reading.value === rule.value)
    case 'judged':
      return reading.verdict
  }
}

/** Points against a score rule. */
export const judgeScore = ({ atLeast }: ScoreRule, { min, max }: Points): Verdict =>
  min >= atLeast ? 'met' : max < atLeast ? 'unmet' : 'undetermined'

/** Several verdicts under 同时满足 (`all`) or 任一满足 (`any`), by Kleene logic. */
export const joinVerdicts = (kind: 'all' | 'any', verdicts: readonly Verdict[]): Verdict => {
  let joined: Verdict = kind === 'all' ? 'met' : 'unmet'
  for (const verdict of verdicts) joined = kind === 'all' ? both(joined, verdict) : either(joined, verdict)
  return joined
}
