import type { Rule, StandardDefinition, TestRule } from '../definition.ts'

/** Every single test that the outcome of a standard can rest on, options of indicators apart. */
export const testsIn = ({ conditions, outcome }: StandardDefinition): readonly TestRule[] => {
  const found: TestRule[] = []
  const visit = (rule: Rule): void => {
    if (rule.kind === 'test') found.push(rule)
    if (rule.kind === 'all' || rule.kind === 'any') for (const one of rule.rules) visit(one)
  }
  for (const { rule } of conditions) visit(rule)
  visit(outcome)
  return found
}
