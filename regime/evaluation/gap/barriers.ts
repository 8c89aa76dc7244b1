import type { Rule, StandardDefinition, TestRule } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { judgeTest } from '../nodes/judge.ts'
import type { Reading } from '../nodes/reading.ts'
import { suppose } from '../nodes/suppose.ts'
import { takeTrace } from '../nodes/take-trace.ts'
import { metricAt, type Trace } from '../nodes/trace.ts'
import type { Standard } from '../standard.ts'
import { testsIn } from './tests-in.ts'

/** Something in the way that no move can change, and why none is advised. */
export interface Barrier {
  readonly id: string
  readonly sentence: string
}

const yearsShort = (trace: Trace, { metric, bound }: TestRule): Barrier | undefined => {
  const reading = trace.readings[metric]
  const [value] = reading?.kind === 'number' ? reading.values : []
  if (value === undefined || value === null || !bound) return undefined
  const lacking = Math.ceil(bound.written.numerator / bound.written.denominator) - Number(value)
  return {
    id: 'years-in-market',
    sentence: `从事特定细分市场的年限只能随时间增加：${bound.text}最早在 ${trace.context.year + lacking} 年申报时达到。`,
  }
}

const barrierOf = (trace: Trace, test: TestRule): Barrier | undefined => {
  const metric = metricAt(trace, test.metric)
  if (metric.kind === 'judged')
    return {
      id: metric.key,
      sentence: '企业规模已超出中小企业划型标准。缩小规模不是培育的方向，这里不作建议。',
    }
  if (metric.kind === 'tally' && metric.family.id === 'incidents')
    return {
      id: metric.key,
      sentence: '近三年内发生的重大事故和违法违规行为已成事实，不能补救，只能待期满后再申报。',
    }
  if (metric.kind === 'number' && metric.inputs[0]?.column === 'years_in_market') return yearsShort(trace, test)
  return undefined
}

/**
 * What stands in the way of the outcome and is nobody's to change now: time not yet passed, accidents that happened, being
 * too large. Only what blocks by itself, were everything else as the standard wants it.
 */
export const findBarriers = ({ definition }: Standard, facts: Facts): readonly Barrier[] => {
  const trace = takeTrace(definition, facts)
  const tests = testsIn(definition)
  const full = (cap: number) => ({ min: cap, max: cap })
  const dimensions = (definition.score?.dimensions ?? []).map(({ cap }) => full(cap))
  const total = full(definition.score?.cap ?? 0)
  const blocks = (test: TestRule): boolean =>
    suppose(trace, {
      tests: new Map(tests.map((one) => [one, one === test ? 'unmet' : 'met'])),
      dimensions,
      total,
    }) !== 'met'
  const found = tests.flatMap((test) =>
    judgeTest(test, trace.readings[test.metric] as Reading) === 'unmet' && blocks(test)
      ? (barrierOf(trace, test) ?? [])
      : [],
  )
  return found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at)
}
