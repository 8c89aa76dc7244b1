import type { Relation, StandardDefinition } from './definition.ts'
import type { Bound } from './metric.ts'

/** A threshold somewhere in the standard that a metric is held against. */
export interface Edge {
  readonly relation: Exclude<Relation, 'is'>
  readonly bound: Bound
}

/** Every threshold of each metric: tests of rules, and both ends of bands. */
export const edgesOf = (definition: StandardDefinition): readonly (readonly Edge[])[] => {
  const edges: Edge[][] = definition.metrics.map(() => [])
  const visit = (rule: StandardDefinition['outcome'] | null): void => {
    if (rule === null) return
    if (rule.kind === 'test' && rule.relation !== 'is' && rule.bound)
      edges[rule.metric]?.push({ relation: rule.relation, bound: rule.bound })
    if (rule.kind === 'all' || rule.kind === 'any') for (const one of rule.rules) visit(one)
  }
  for (const { rule } of definition.conditions) visit(rule)
  visit(definition.outcome)
  for (const { scale } of definition.score?.indicators ?? []) {
    if (scale.kind === 'options') for (const { rule } of scale.options) visit(rule)
    const tables = scale.kind === 'bands' ? [scale] : scale.kind === 'best-of' ? scale.parts : []
    for (const { metric, bands } of tables) {
      // Where better bands lie below, an edge is crossed downwards.
      const falling = bands[0]?.from === null
      for (const { from, to } of bands) {
        const bound = falling ? to : from
        if (bound) edges[metric]?.push({ relation: falling ? 'at-most' : 'at-least', bound })
      }
    }
  }
  return edges
}
