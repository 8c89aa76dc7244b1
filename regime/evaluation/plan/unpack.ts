import type { Points, Verdict } from '../explanation.ts'
import type { Result } from '../result.ts'
import { EXACT_PATH, type Field, type IndicatorPlan, type Plan } from './plan.ts'

/** What a population run keeps of one enterprise; everything else is a function of the facts, told on demand. */
export interface FlatResult {
  readonly outcome: Verdict
  readonly score?: Points
  readonly dimensions?: readonly Points[]
  readonly indicators?: readonly { readonly option: string | null; readonly points: Points }[]
  readonly conditions: readonly Verdict[]
}

/** The same, of a result that was judged. */
export const flatResultOf = ({
  outcome,
  score,
  dimensions,
  indicators,
  conditions,
}: Omit<Result, 'explanation'>): FlatResult => ({
  outcome,
  ...(score && dimensions && indicators
    ? {
        score,
        dimensions: dimensions.map((one) => one.score),
        indicators: indicators.map(({ option, points }) => ({ option, points })),
      }
    : {}),
  conditions: conditions.map(({ verdict }) => verdict),
})

const verdicts: readonly Verdict[] = ['unmet', 'undetermined', 'met']

/** Levels still possible of an indicator, best and worst. */
export const levelsOf = ({ levels, reached }: IndicatorPlan, code: number): readonly [best: number, worst: number] => {
  if (reached.kind === 'settled') return code === levels.length ? [0, levels.length - 1] : [code, code]
  const worst = Math.floor((Math.sqrt(8 * code + 1) - 1) / 2)
  return [code - (worst * (worst + 1)) / 2, worst]
}

/** Code of a field in the words of a result that begin at `at`. */
export const codeAt = (words: ArrayLike<number>, at: number, { word, shift, bits }: Field): number =>
  ((words[at + word] as number) >>> shift) & (2 ** bits - 1)

const sum = (parts: readonly Points[]): Points =>
  parts.reduce((total, { min, max }) => ({ min: total.min + min, max: total.max + max }), { min: 0, max: 0 })

/** Reads the words of one result back; undefined where only the exact path can tell. */
export const unpack = (plan: Plan, words: ArrayLike<number>, at = 0): FlatResult | undefined => {
  const { layout, indicators, conditions, dimensions } = plan
  const outcome = codeAt(words, at, layout.outcome)
  if (outcome === EXACT_PATH) return undefined
  const told = indicators.map((indicator, position) => {
    const [best, worst] = levelsOf(indicator, codeAt(words, at, layout.indicators[position] as Field))
    const { levels } = indicator
    return {
      option: best === worst ? (levels[best]?.option ?? null) : null,
      points: { min: levels[worst]?.points ?? 0, max: levels[best]?.points ?? 0 },
    }
  })
  const dimensionPoints = dimensions.map((_id, own) =>
    sum(told.flatMap(({ points }, position) => (indicators[position]?.dimension === own ? [points] : []))),
  )
  return {
    outcome: verdicts[outcome] as Verdict,
    ...(dimensions.length > 0 ? { score: sum(dimensionPoints), dimensions: dimensionPoints, indicators: told } : {}),
    conditions: conditions.map(
      (_one, position) => verdicts[codeAt(words, at, layout.conditions[position] as Field)] as Verdict,
    ),
  }
}
