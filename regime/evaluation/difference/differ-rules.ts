import type { DocumentPath } from '../loading/standard-refusal.ts'
import { type Raw, rawList } from '../reading/raw.ts'
import { boundText, lineOf, relationOf, ruleInWords, type WordsScope } from '../reading/rule-in-words.ts'
import { subjectWords } from '../reading/subject-words.ts'
import { alignRules, isReordered } from './align.ts'
import type { Direction } from './difference.ts'
import { compareQuantities, directionOf, thresholdDirection, turned } from './direction.ts'
import { type Comparison, citesOf, recordAt, recordRest, type Spot, same } from './recorder.ts'

const TEST = ['metric', 'year', 'years', 'where', 'at-least', 'at-most', 'above', 'below', 'is'] as const
/** Said by whoever lists the rule. */
const HEADING = ['id', 'exempt'] as const

const line = (rule: Raw, scope: WordsScope): string => lineOf(ruleInWords(rule, scope))

const formOf = (rule: Raw): 'test' | 'score' | 'reference' | 'join' => {
  if (rule.metric !== undefined) return 'test'
  if (rule.score !== undefined) return 'score'
  return rule.condition !== undefined ? 'reference' : 'join'
}

const joinOf = (rule: Raw): 'all' | 'any' => (rule.all === undefined ? 'any' : 'all')
const joinWords = { all: '同时满足', any: '任一满足' } as const

/** Records everything in which one rule differs from another, exemptions and wording included. */
export const differRules = (comparison: Comparison, spot: Spot, before: Raw, after: Raw): void => {
  if (same(before, after)) return
  const own: Spot = { ...spot, cites: citesOf(before, after, spot.cites) }
  const form = formOf(after)
  if (formOf(before) !== form) {
    recordAt(comparison, own, '改写', [line(before, comparison.before), line(after, comparison.after)])
    differRest(comparison, own, before, after, [...TEST, 'score', 'at-least', 'condition', 'all', 'any'])
    return
  }
  if (form === 'test') differTests(comparison, own, before, after)
  if (form === 'score') differScores(comparison, own, before, after)
  if (form === 'reference' && before.condition !== after.condition)
    recordAt(comparison, own, '引用的条件', [line(before, comparison.before), line(after, comparison.after)])
  if (form === 'join') differJoins(comparison, own, before, after)
  differRest(comparison, own, before, after, [
    ...(form === 'test' ? TEST : []),
    ...(form === 'score' ? ['score', 'at-least'] : []),
    ...(form === 'reference' ? ['condition'] : []),
    ...(form === 'join' ? ['all', 'any'] : []),
  ])
}

const differRest = (comparison: Comparison, spot: Spot, before: Raw, after: Raw, handled: readonly string[]): void => {
  differLists(
    comparison,
    { ...spot, path: [...spot.path, 'exempt'] },
    rawList(before.exempt),
    rawList(after.exempt),
    'exempt',
  )
  recordRest(comparison, spot, before, after, [...handled, ...HEADING])
}

const differTests = (comparison: Comparison, spot: Spot, before: Raw, after: Raw): void => {
  const subjects = [subjectWords(before, comparison.before.terms), subjectWords(after, comparison.after.terms)] as const
  const asked = (rule: Raw) => [rule.metric, rule.year ?? null, rule.years ?? null, rule.where ?? null]
  if (!same(asked(before), asked(after)))
    recordAt(
      comparison,
      spot,
      '考查内容',
      subjects[0] === subjects[1] ? [JSON.stringify(asked(before)), JSON.stringify(asked(after))] : subjects,
    )
  const from = relationOf(before)
  const to = relationOf(after)
  if (from === undefined || to === undefined || (from === to && same(before[from], after[to]))) return
  const alike = boundText(before[from]) === boundText(after[to]) && from === to
  recordAt(
    comparison,
    { ...spot, path: [...spot.path, to] },
    '门槛',
    alike
      ? [JSON.stringify(before[from]), JSON.stringify(after[to])]
      : [line(before, comparison.before), line(after, comparison.after)],
    before.metric === after.metric ? thresholdDirection([from, before[from]], [to, after[to]]) : 'neutral',
  )
}

const differScores = (comparison: Comparison, spot: Spot, before: Raw, after: Raw): void => {
  if (same([before.score, before['at-least']], [after.score, after['at-least']])) return
  const direction =
    before.score === after.score
      ? directionOf(compareQuantities(before['at-least'], after['at-least']) ?? 0)
      : 'neutral'
  recordAt(comparison, spot, '分数线', [line(before, comparison.before), line(after, comparison.after)], direction)
}

const differJoins = (comparison: Comparison, spot: Spot, before: Raw, after: Raw): void => {
  const [from, to] = [joinOf(before), joinOf(after)]
  const [old, now] = [rawList(before[from]), rawList(after[to])]
  if (from !== to)
    recordAt(
      comparison,
      { ...spot, path: [...spot.path, to] },
      '组合方式',
      [`${joinWords[from]}：${line(before, comparison.before)}`, `${joinWords[to]}：${line(after, comparison.after)}`],
      to === 'all' ? 'stricter' : 'looser',
    )
  differLists(comparison, { ...spot, path: [...spot.path, to] }, old, now, to)
}

const added: { readonly [J in 'all' | 'any' | 'exempt']: readonly [matter: string, direction: Direction] } = {
  all: ['须同时满足的要求', 'stricter'],
  any: ['任一满足即可的情形', 'looser'],
  exempt: ['不作要求的情形', 'looser'],
}

/** Records what was added to, dropped from, changed and moved within a list of rules. */
export const differLists = (
  comparison: Comparison,
  spot: Spot,
  before: readonly Raw[],
  after: readonly Raw[],
  join: 'all' | 'any' | 'exempt',
): void => {
  const pairs = alignRules(before, after)
  const [matter, direction] = added[join]
  for (const pair of pairs) {
    const old = pair.before === undefined ? undefined : before[pair.before]
    const now = pair.after === undefined ? undefined : after[pair.after]
    const path: DocumentPath = [...spot.path, (pair.after ?? pair.before) as number]
    const own: Spot = { ...spot, path, cites: citesOf(old ?? {}, now ?? {}, spot.cites) }
    if (old && now) differRules(comparison, own, old, now)
    else if (now) recordAt(comparison, own, matter, [undefined, line(now, comparison.after)], direction)
    else if (old) recordAt(comparison, own, matter, [line(old, comparison.before), undefined], turned(direction))
  }
  if (isReordered(pairs))
    recordAt(comparison, spot, '排列次序', [
      before.map((one) => line(one, comparison.before)).join('；'),
      after.map((one) => line(one, comparison.after)).join('；'),
    ])
}
