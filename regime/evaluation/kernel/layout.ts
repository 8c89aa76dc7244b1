import type { StandardDefinition } from '../definition.ts'
import type { Verdict } from '../explanation.ts'
import type { Result } from '../result.ts'
import { verdictsByCode } from './columns.ts'

/** Where a packed result keeps what: one byte each, so that 600,000 of them are a few megabytes. */
export interface Layout {
  readonly bytes: number
  /** 1 when a comparison was too close for doubles and the enterprise must be evaluated exactly. */
  readonly doubt: number
  readonly outcome: number
  /** min and max follow each other. */
  readonly total: number
  readonly dimensions: readonly number[]
  /** min, max, and the position of the settled band or option plus one (0: open, or none lettered). */
  readonly indicators: readonly number[]
  readonly conditions: readonly number[]
}

export const layoutOf = ({ score, conditions }: StandardDefinition): Layout => {
  let at = 0
  const take = (bytes: number): number => {
    at += bytes
    return at - bytes
  }
  const doubt = take(1)
  const outcome = take(1)
  const total = take(2)
  const dimensions = (score?.dimensions ?? []).map(() => take(2))
  const indicators = (score?.indicators ?? []).map(() => take(3))
  const verdicts = conditions.map(() => take(1))
  return { bytes: at, doubt, outcome, total, dimensions, indicators, conditions: verdicts }
}

/** Letters of an indicator by the position of its band or option. */
export const lettersOf = ({ score }: StandardDefinition): readonly (readonly (string | null)[])[] =>
  (score?.indicators ?? []).map(({ scale }) => {
    if (scale.kind === 'bands') return scale.bands.map(({ option }) => option)
    if (scale.kind === 'options') return scale.options.map(({ option }) => option)
    return scale.kind === 'best-of' ? (scale.parts[0]?.bands.map(({ option }) => option) ?? []) : []
  })

/** What a packed result says, in the form of a Result. */
export type Unpacked = Pick<Result, 'outcome' | 'score' | 'dimensions' | 'indicators' | 'conditions'>

export const unpack = (definition: StandardDefinition, layout: Layout, bytes: Uint8Array, start = 0): Unpacked => {
  const at = (offset: number): number => bytes[start + offset] ?? 0
  const points = (offset: number) => ({ min: at(offset), max: at(offset + 1) })
  const verdict = (offset: number): Verdict => verdictsByCode[at(offset)] ?? 'undetermined'
  const { score } = definition
  const letters = lettersOf(definition)
  return {
    outcome: verdict(layout.outcome),
    ...(score
      ? {
          score: points(layout.total),
          dimensions: score.dimensions.map(({ id }, own) => ({ id, score: points(layout.dimensions[own] ?? 0) })),
          indicators: score.indicators.map(({ id }, position) => {
            const offset = layout.indicators[position] ?? 0
            return { id, option: letters[position]?.[at(offset + 2) - 1] ?? null, points: points(offset) }
          }),
        }
      : {}),
    conditions: definition.conditions.map(({ id }, position) => ({
      id,
      verdict: verdict(layout.conditions[position] ?? 0),
    })),
  }
}
