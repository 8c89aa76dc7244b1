import { type Raw, rawList, rawOf } from '../reading/raw.ts'
import { lineOf, ruleInWords, type WordsScope } from '../reading/rule-in-words.ts'
import { stepText } from '../reading/standard-in-words.ts'
import { differRules } from './differ-rules.ts'
import type { Direction } from './difference.ts'
import { bandsDirection, compareQuantities, directionOf, turned } from './direction.ts'
import { type Comparison, recordAt, recordRest, type Spot, same } from './recorder.ts'

type Lettered = readonly (readonly [letter: string, step: Raw])[]

const lettered = (list: unknown): Lettered =>
  rawList(list).map((step, index) => [
    step.option === undefined ? `第 ${index + 1} 档` : `${String(step.option)} 档`,
    step,
  ])

const findStep = (list: Lettered, letter: string): Raw | undefined => list.find(([other]) => other === letter)?.[1]

/** Records everything in which two tables of bands, or two lists of options, differ; steps answer to each other by letter. */
export const differSteps = (
  comparison: Comparison,
  spot: Spot,
  before: unknown,
  after: unknown,
  scale: 'bands' | 'options',
): void => {
  const [old, now] = [lettered(before), lettered(after)]
  // Edges of one band move with those of its neighbour: a table of bands is stricter or looser as a whole.
  const whole = scale === 'bands' ? bandsDirection(before, after) : undefined
  const spotOf = (letter: string, index: number): Spot => ({
    ...spot,
    place: `${spot.place} ${letter}`,
    path: [...spot.path, index],
  })
  for (const [index, [letter, is]] of now.entries()) {
    const was = findStep(old, letter)
    const own = spotOf(letter, index)
    if (was) differStep(comparison, own, was, is, whole)
    else recordAt(comparison, own, '档次', [undefined, earned(is, comparison.after)], whole ?? 'looser')
  }
  for (const [index, [letter, was]] of old.entries())
    if (!findStep(now, letter))
      recordAt(
        comparison,
        spotOf(letter, index),
        '档次',
        [earned(was, comparison.before), undefined],
        whole ?? 'stricter',
      )
  const kept = (list: Lettered, other: Lettered) =>
    list
      .map(([letter]) => letter)
      .filter((letter) => findStep(other, letter))
      .join('、')
  const [from, to] = [kept(old, now), kept(now, old)]
  if (from !== to) recordAt(comparison, spot, '排列次序', [from, to])
}

const differStep = (comparison: Comparison, spot: Spot, was: Raw, is: Raw, whole: Direction | undefined): void => {
  const range = ({ from, to, points }: Raw) => [from ?? null, to ?? null, points]
  if (!same(range(was), range(is))) {
    const sides = [earned(was, comparison.before), earned(is, comparison.after)] as const
    const texts = sides[0] === sides[1] ? ([JSON.stringify(range(was)), JSON.stringify(range(is))] as const) : sides
    const direction = whole ?? turned(directionOf(compareQuantities(was.points, is.points) ?? 0))
    recordAt(comparison, spot, '分值和范围', texts, direction)
  }
  const ruled = was.when !== undefined && is.when !== undefined
  if (ruled) differRules(comparison, { ...spot, path: [...spot.path, 'when'] }, rawOf(was.when), rawOf(is.when))
  recordRest(comparison, spot, was, is, ['option', 'points', 'from', 'to', ...(ruled ? ['when'] : [])])
}

const earned = (step: Raw, scope: WordsScope): string => {
  const rule = step.when === undefined ? '' : `（${lineOf(ruleInWords(rawOf(step.when), scope))}）`
  const { label: _, ...bare } = step
  const range = step.from === undefined && step.to === undefined ? step : bare
  return `${stepText(range, scope)}${rule} ${String(step.points)} 分`
}
