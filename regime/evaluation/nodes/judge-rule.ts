import { type Amount, compareRatio, type Fraction } from '../../kernel/fraction.ts'
import { liftedOf, type Relation, type Rule, type ScoreRule, type TestRule } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import { both, either, verdictOf } from '../kleene.ts'
import { type Run, readingOf } from './run.ts'

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

/** An interval holds a relation when both ends do, and breaks it when neither can: relations are monotone. */
const judgeInterval = (low: Amount, high: Amount | null, relation: Relation, bound: Fraction): Verdict => {
  const atLow = judgeSign(compareRatio(low, 1, bound), relation)
  // Without an upper end the relation holds at the far end exactly when it asks for more.
  const atHigh =
    high === null
      ? verdictOf(relation === 'at-least' || relation === 'above')
      : judgeSign(compareRatio(high, 1, bound), relation)
  return atLow === atHigh ? atLow : 'undetermined'
}

const judgeTest = (run: Run, rule: TestRule): Verdict => {
  const assumed = run.assumed?.get(rule)
  if (assumed) return assumed
  const reading = readingOf(run, rule.metric)
  switch (reading.kind) {
    case 'number':
      return reading.quotient
        ? judgeSign(compareRatio(reading.quotient[0], reading.quotient[1], liftedOf(rule.bound)), rule.relation)
        : 'undetermined'
    case 'tally':
      return judgeInterval(reading.tally.low, reading.tally.high, rule.relation, liftedOf(rule.bound))
    case 'choice':
      return verdictOf(reading.value === null ? null : reading.value === rule.value)
    case 'judged':
      return reading.verdict
  }
}

/** Points a score rule looks at. */
export const pointsOf = (run: Run, { dimension }: ScoreRule): Points =>
  dimension === null ? run.total : (run.dimensions[dimension] as Points)

const judgeScore = (run: Run, rule: ScoreRule): Verdict => {
  const { min, max } = pointsOf(run, rule)
  return min >= rule.atLeast ? 'met' : max < rule.atLeast ? 'unmet' : 'undetermined'
}

/** The verdict of a rule by Kleene logic. */
export const judgeRule = (run: Run, rule: Rule): Verdict => {
  switch (rule.kind) {
    case 'test':
      return judgeTest(run, rule)
    case 'score':
      return judgeScore(run, rule)
    case 'reference':
      return judgeCondition(run, rule.condition)
    case 'all': {
      let verdict: Verdict = 'met'
      for (const one of rule.rules) verdict = both(verdict, judgeRule(run, one))
      return verdict
    }
    case 'any': {
      let verdict: Verdict = 'unmet'
      for (const one of rule.rules) verdict = either(verdict, judgeRule(run, one))
      return verdict
    }
  }
}

/** The verdict of a condition, by position. */
export const judgeCondition = (run: Run, position: number): Verdict => {
  const known = run.verdicts[position]
  if (known) return known
  const condition = run.definition.conditions[position]
  const verdict = condition ? judgeRule(run, condition.rule) : 'undetermined'
  run.verdicts[position] = verdict
  return verdict
}
