import type { Rule, StandardDefinition, TestRule } from '../definition.ts'
import type { Bound, TallyMetric } from '../metric.ts'
import { comparisons, crossed, scaled } from './comparison.ts'
import type { Writer } from './writer.ts'

/** Conditions, written when a rule first refers to them. */
export interface ConditionWriter {
  nodes: number
  /** Name of a condition's node; written when first asked for. */
  write(position: number): string
}

/** A count, or a sum while Numbers hold it, against a threshold: both ends, the high one possibly without end. */
const intervalVerdict = ({ family }: TallyMetric, at: number, { relation, bound }: TestRule, part: string): string => {
  const { numerator, denominator } = (bound as Bound).lifted
  const holds = (end: string): string => `${scaled(end, denominator)} ${comparisons[relation]} ${numerator}`
  const [low, high] = [`r${at}.low`, `r${at}.high`]
  const written =
    relation === 'at-least' || relation === 'above'
      ? `${holds(low)} ? 'met' : ${high} === null || ${holds(high)} ? 'undetermined' : 'unmet'`
      : `${high} !== null && ${holds(high)} ? 'met' : ${holds(low)} ? 'undetermined' : 'unmet'`
  if (!family.amountOf) return written
  const limit = Math.floor(Number.MAX_SAFE_INTEGER / denominator)
  return `fits(${low}, ${high} === null ? 0 : ${high}, ${limit}) ? ${written} : judgeTest(${part}, r${at})`
}

const testVerdict = (writer: Writer, definition: StandardDefinition, rule: TestRule, path: string): string => {
  const at = rule.metric
  const metric = definition.metrics[at]
  switch (metric?.kind) {
    case 'number':
      return `f${at} === 1 ? ${crossed(`a${at}`, `b${at}`, rule.relation, rule.bound as Bound)} ? 'met' : 'unmet' : judgeTest(${writer.part(path)}, r${at})`
    case 'tally':
      return intervalVerdict(metric, at, rule, writer.part(path))
    case 'choice':
      return `r${at}.value === null ? 'undetermined' : r${at}.value === ${JSON.stringify(rule.value)} ? 'met' : 'unmet'`
    default:
      return `r${at}.verdict`
  }
}

/** Writes the node of a rule and gives its number: `n` the node, `w` its verdict. */
export const writeRule = (
  writer: Writer,
  definition: StandardDefinition,
  conditions: ConditionWriter,
  rule: Rule,
  path: string,
): number => {
  const put = (verdict: string, node: (own: string) => string): number => {
    const own = conditions.nodes++
    writer.lines.push(`const w${own} = ${verdict}`, `const n${own} = ${node(`verdict: w${own}`)}`)
    return own
  }
  const part = writer.part(path)
  switch (rule.kind) {
    case 'test':
      return put(
        testVerdict(writer, definition, rule, path),
        (verdict) => `{ kind: 'test', rule: ${part}, ${verdict}, reading: r${rule.metric} }`,
      )
    case 'score': {
      const sum = rule.dimension === null ? 'total' : `d${rule.dimension}`
      return put(
        `${sum}.min >= ${rule.atLeast} ? 'met' : ${sum}.max < ${rule.atLeast} ? 'unmet' : 'undetermined'`,
        (verdict) => `{ kind: 'score', rule: ${part}, ${verdict}, points: ${sum} }`,
      )
    }
    case 'reference': {
      const condition = conditions.write(rule.condition)
      return put(
        `${condition}.verdict`,
        (verdict) => `{ kind: 'reference', rule: ${part}, ${verdict}, condition: ${condition} }`,
      )
    }
    default: {
      const parts = rule.rules.map((one, index) =>
        writeRule(writer, definition, conditions, one, `${path}.rules[${index}]`),
      )
      const [deciding, neutral] = rule.kind === 'all' ? ['unmet', 'met'] : ['met', 'unmet']
      const all = (verdict: string, joint: string): string =>
        parts.map((one) => `w${one} === '${verdict}'`).join(` ${joint} `)
      return put(
        `${all(deciding as string, '||')} ? '${deciding}' : ${all(neutral as string, '&&')} ? '${neutral}' : 'undetermined'`,
        (verdict) =>
          `{ kind: 'join', rule: ${part}, ${verdict}, parts: [${parts.map((one) => `n${one}`).join(', ')}] }`,
      )
    }
  }
}
