import type { BandDefinition, Relation, Rule, StandardDefinition } from '../definition.ts'
import type { Bound } from '../metric.ts'

/** Relations as JavaScript has them. */
export const comparisons: { readonly [R in Relation]: string } = {
  'at-least': '>=',
  'at-most': '<=',
  above: '>',
  below: '<',
  is: '===',
}

/** A name times a whole factor. */
export const scaled = (name: string, factor: number): string => (factor === 1 ? name : `${name} * ${factor}`)

/** over ÷ under against a threshold, cross-multiplied. */
export const crossed = (over: string, under: string, relation: Relation, { lifted }: Bound): string =>
  `${scaled(over, lifted.denominator)} ${comparisons[relation]} ${scaled(under, lifted.numerator)}`

/** Every threshold that a standard holds against one metric. */
const boundsOf = ({ conditions, outcome, score }: StandardDefinition, metric: number): readonly Bound[] => {
  const found: Bound[] = []
  const ofRule = (rule: Rule | null): void => {
    if (rule?.kind === 'test' && rule.metric === metric && rule.bound) found.push(rule.bound)
    if (rule?.kind === 'all' || rule?.kind === 'any') rule.rules.forEach(ofRule)
  }
  const ofBands = (bands: readonly BandDefinition[]): void => {
    for (const { from, to } of bands) found.push(...(from ? [from] : []), ...(to ? [to] : []))
  }
  for (const { rule } of conditions) ofRule(rule)
  ofRule(outcome)
  for (const { scale } of score?.indicators ?? []) {
    if (scale.kind === 'bands' && scale.metric === metric) ofBands(scale.bands)
    if (scale.kind === 'best-of') for (const part of scale.parts) if (part.metric === metric) ofBands(part.bands)
    if (scale.kind === 'options') for (const { rule } of scale.options) ofRule(rule)
  }
  return found
}

/** Up to this size both sides of every comparison are exact in a Number. */
export const limitOf = (definition: StandardDefinition, metric: number): number =>
  Math.floor(
    Number.MAX_SAFE_INTEGER /
      Math.max(
        1,
        ...boundsOf(definition, metric).flatMap(({ lifted: { numerator, denominator } }) => [
          Math.abs(numerator),
          denominator,
        ]),
      ),
  )
