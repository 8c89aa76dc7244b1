import { type Raw, rawList } from '../reading/raw.ts'
import type { WordsScope } from '../reading/rule-in-words.ts'
import { stepText } from '../reading/standard-in-words.ts'
import { subjectWords } from '../reading/subject-words.ts'
import { differSteps } from './differ-steps.ts'
import { type Comparison, citesOf, recordAt, recordRest, type Spot, same, valueText } from './recorder.ts'

const SUBJECT = ['metric', 'year', 'years', 'where'] as const
const SCALES = ['bands', 'options', 'best-of', 'points-of'] as const

const named = ({ id, name }: Raw): string => `${String(id)} ${String(name)}`

/** Records everything in which the scores of two standards differ. */
export const differScore = (comparison: Comparison, before: Raw, after: Raw): void => {
  const spot: Spot = { section: '评价指标', place: '总分', path: ['standard'], cites: citesOf(before, after) }
  points(comparison, { ...spot, path: ['standard', 'cap'] }, '满分', before.cap, after.cap)
  const [old, now] = [rawList(before.dimensions), rawList(after.dimensions)]
  const path = ['standard', 'dimensions'] as const
  byId(old, now, (was, is, index) => {
    const own: Spot = {
      ...spot,
      place: String((is ?? was)?.name),
      path: [...path, index],
      cites: citesOf(was ?? {}, is ?? {}, spot.cites),
    }
    if (!was || !is) recordAt(comparison, own, '评价类别', [was && wholeOf(was), is && wholeOf(is)])
    else {
      points(comparison, { ...own, path: [...own.path, 'cap'] }, '满分', was.cap, is.cap)
      recordRest(comparison, own, was, is, ['id', 'cap', 'indicators'])
    }
    differIndicators(comparison, own, rawList(was?.indicators), rawList(is?.indicators))
  })
  moved(comparison, { ...spot, path }, old, now)
}

const capped = (words: string, { cap }: Raw): string => `${words}，满分 ${String(cap)} 分`

/** A dimension in words; its id is for the documents alone. */
const wholeOf = (dimension: Raw): string => capped(String(dimension.name), dimension)

const points = (comparison: Comparison, spot: Spot, matter: string, before: unknown, after: unknown): void => {
  if (same(before, after)) return
  const text = (value: unknown) => (value === undefined ? undefined : `${valueText(value)} 分`)
  recordAt(comparison, spot, matter, [text(before), text(after)])
}

/** Walks the entries of two lists by id, those of the earlier list that are gone last. */
const byId = (
  before: readonly Raw[],
  after: readonly Raw[],
  visit: (was: Raw | undefined, is: Raw | undefined, index: number) => void,
): void => {
  for (const [index, one] of after.entries())
    visit(
      before.find(({ id }) => id === one.id),
      one,
      index,
    )
  for (const [index, one] of before.entries()) if (after.every(({ id }) => id !== one.id)) visit(one, undefined, index)
}

const moved = (comparison: Comparison, spot: Spot, before: readonly Raw[], after: readonly Raw[]): void => {
  const kept = (list: readonly Raw[], other: readonly Raw[]) =>
    list.map(({ id }) => String(id)).filter((id) => other.some((one) => one.id === id))
  const [from, to] = [kept(before, after).join('、'), kept(after, before).join('、')]
  if (from !== to) recordAt(comparison, spot, '排列次序', [from, to])
}

const wholeIndicator = (indicator: Raw, scope: WordsScope): string => {
  const stepsOf = (one: Raw): string =>
    [...rawList(one.bands), ...rawList(one.options)]
      .map((step) => `${stepText(step, scope)} ${String(step.points)} 分`)
      .join('，')
  const tables = rawList(indicator['best-of'])
  const steps =
    tables.length > 0
      ? `取得分高的一项：${tables.map((one) => `${String(one.name)}，${stepsOf(one)}`).join('；')}`
      : stepsOf(indicator)
  return [capped(named(indicator), indicator), ...(steps === '' ? [] : [steps])].join('：')
}

const differIndicators = (comparison: Comparison, above: Spot, before: readonly Raw[], after: readonly Raw[]): void => {
  byId(before, after, (was, is, index) => {
    const place = named(is ?? was ?? {})
    const path = [...above.path, 'indicators', index]
    const spot: Spot = { ...above, place, path, cites: citesOf(was ?? {}, is ?? {}, above.cites) }
    if (!was || !is)
      return recordAt(comparison, spot, '计分指标', [
        was && wholeIndicator(was, comparison.before),
        is && wholeIndicator(is, comparison.after),
      ])
    points(comparison, { ...spot, path: [...path, 'cap'] }, '满分', was.cap, is.cap)
    differScale(comparison, spot, was, is)
    recordRest(comparison, spot, was, is, ['id', 'cap', ...SUBJECT, ...SCALES])
  })
  moved(comparison, { ...above, path: [...above.path, 'indicators'] }, before, after)
}

/** The subject and the steps of an indicator, or of one of its tables. */
const differScale = (comparison: Comparison, spot: Spot, before: Raw, after: Raw): void => {
  const scaleOf = (one: Raw) => SCALES.find((scale) => one[scale] !== undefined) ?? 'bands'
  const scale = scaleOf(after)
  if (scaleOf(before) !== scale) {
    const sides = [wholeIndicator(before, comparison.before), wholeIndicator(after, comparison.after)] as const
    recordAt(comparison, spot, '计分办法', sides)
    return
  }
  if (
    !same(
      SUBJECT.map((key) => before[key] ?? null),
      SUBJECT.map((key) => after[key] ?? null),
    )
  )
    recordAt(comparison, spot, '考查内容', [
      subjectWords(before, comparison.before.terms),
      subjectWords(after, comparison.after.terms),
    ])
  if (scale === 'points-of' && !same(before['points-of'], after['points-of']))
    recordAt(comparison, spot, '考查内容', [valueText(before['points-of']), valueText(after['points-of'])])
  if (scale === 'best-of') {
    const [old, now] = [rawList(before['best-of']), rawList(after['best-of'])]
    const path = [...spot.path, 'best-of']
    byId(old, now, (was, is, index) => {
      const own: Spot = { ...spot, path: [...path, index], place: `${spot.place} ${String((is ?? was)?.name)}` }
      if (!was || !is) return recordAt(comparison, own, '取高的一组', [was && valueText(was), is && valueText(is)])
      differScale(comparison, own, was, is)
      recordRest(comparison, own, was, is, ['id', ...SUBJECT, 'bands'])
    })
    moved(comparison, { ...spot, path }, old, now)
  }
  if (scale === 'bands' || scale === 'options')
    differSteps(comparison, { ...spot, path: [...spot.path, scale] }, before[scale], after[scale], scale)
}
