import { type Raw, rawList, rawOf } from '../reading/raw.ts'
import { differDemands, placeOf } from './differ-demands.ts'
import { differRules } from './differ-rules.ts'
import { type Comparison, citesOf, recordAt, type Spot } from './recorder.ts'

/**
 * Records everything in which the conditions of two standards, and what the outcome makes of them, differ. Conditions
 * with the same id answer to each other; the rest are matched by what they look at, because another instrument numbers
 * its conditions anew.
 */
export const differConditions = (comparison: Comparison, before: Raw, after: Raw): void => {
  const [old, now] = [rawList(before.conditions), rawList(after.conditions)]
  const cites = citesOf(before, after)
  now.forEach((is, index) => {
    const was = old.find(({ id }) => id === is.id)
    if (!was) return
    const path = ['standard', 'conditions', index]
    differRules(comparison, { section: '认定条件', place: placeOf(is), path, cites }, was, is)
  })
  const gone = old.filter(({ id }) => now.every((one) => one.id !== id))
  const fresh = now.filter(({ id }) => old.every((one) => one.id !== id))
  differDemands(comparison, before, after, gone, fresh)
  const kept = (list: readonly Raw[], other: readonly Raw[]) =>
    list.map(({ id }) => String(id)).filter((id) => other.some((one) => one.id === id))
  const [from, to] = [kept(old, now).join('、'), kept(now, old).join('、')]
  const spot: Spot = { section: '认定条件', place: '结论', path: ['standard', 'conditions'], cites }
  if (from !== to) recordAt(comparison, spot, '排列次序', [from, to])
  differOutcome(comparison, { ...spot, path: ['standard', 'outcome'] }, before, after, gone, fresh)
}

/** Refers to a condition that was told as new or gone: nothing more to say of it in the outcome. */
const differOutcome = (
  comparison: Comparison,
  spot: Spot,
  before: Raw,
  after: Raw,
  gone: readonly Raw[],
  fresh: readonly Raw[],
): void => {
  const without = (rule: Raw, told: readonly Raw[]): Raw => {
    const join = rule.all === undefined ? 'any' : 'all'
    if (rule[join] === undefined) return rule
    const isTold = (one: Raw) => Object.keys(one).length === 1 && told.some(({ id }) => id === one.condition)
    const left = rawList(rule[join]).filter((one) => !isTold(one))
    if (left.length === rawList(rule[join]).length) return rule
    const [only] = left
    // What remains alone needs no joining: an overlay's conditions were put beside the whole outcome.
    return only && left.length === 1 && Object.keys(rule).length === 1 ? only : { ...rule, [join]: left }
  }
  differRules(comparison, spot, without(rawOf(before.outcome), gone), without(rawOf(after.outcome), fresh))
}
