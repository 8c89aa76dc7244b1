import type { Field, IndicatorPlan, Layout } from './plan.ts'

const WORD = 32

/** Distinct codes of an indicator's result. */
export const codesOf = ({ levels, reached }: Pick<IndicatorPlan, 'levels' | 'reached'>): number =>
  reached.kind === 'settled' ? levels.length + 1 : (levels.length * (levels.length + 1)) / 2

const bitsFor = (codes: number): number => Math.max(1, Math.ceil(Math.log2(codes)))

/** Places every code into as few 32-bit words as they take, the widest first; the outcome opens the first word. */
export const layOut = (indicators: readonly IndicatorPlan[], conditions: number): Layout => {
  const used: number[] = []
  const place = (bits: number): Field => {
    let word = used.findIndex((taken) => taken + bits <= WORD)
    if (word < 0) word = used.push(0) - 1
    const shift = used[word] as number
    used[word] = shift + bits
    return { word, shift, bits }
  }
  const outcome = place(2)
  const fields = new Map<number, Field>()
  const byWidth = indicators.map((indicator, at) => ({ at, bits: bitsFor(codesOf(indicator)) }))
  for (const { at, bits } of byWidth.sort((a, b) => b.bits - a.bits || a.at - b.at)) fields.set(at, place(bits))
  const verdicts = Array.from({ length: conditions }, () => place(2))
  return {
    words: used.length,
    outcome,
    conditions: verdicts,
    indicators: indicators.map((_one, at) => fields.get(at) as Field),
  }
}
