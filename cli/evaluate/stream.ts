import type { Writable } from 'node:stream'
import { judge, type TakeTrace } from '../../regime/evaluation/evaluate.ts'
import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { resultText } from '../../regime/evaluation/result-text.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { loadTracer } from '../../standards/tracer.ts'
import { lineWriter } from './line-writer.ts'
import { decode, type Line, linesOf } from './lines.ts'
import { readFacts } from './read-facts.ts'

type Evaluate = (line: Line) => string

const evaluatorOf = (standard: Standard, take: TakeTrace, explain: boolean): Evaluate => {
  const write = resultText(standard)
  return (line) => {
    if (line === null) throw new FactsRefusal('', '这一行过长', '不超过 16 MiB 的一行')
    const { facts, digest } = readFacts(decode(line))
    const evaluation = judge(standard, facts, take, digest)
    return explain ? JSON.stringify({ ...evaluation.result, explanation: evaluation.explain() }) : write(evaluation)
  }
}

export interface Streamed {
  readonly lines: number
  readonly refused: number
}

/**
 * Evaluates one facts object per line, writing one line each in the same order. A bad line becomes
 * `{"line":N,"error":…}` in its place. Memory stays constant: the next chunk is read when what came of the last was
 * taken.
 */
export const evaluateLines = async (
  standard: Standard,
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  explain: boolean,
  progress: (lines: number) => void,
): Promise<Streamed> => {
  const evaluate = evaluatorOf(standard, await loadTracer(standard), explain)
  const writer = lineWriter(output)
  let lines = 0
  let refused = 0
  const answer = (line: Line): string => {
    lines++
    try {
      return evaluate(line)
    } catch (refusal) {
      if (!(refusal instanceof FactsRefusal)) throw refusal
      refused++
      const { pointer, problem, allowed, message } = refusal
      return JSON.stringify({ line: lines, error: { pointer, problem, allowed, message } })
    }
  }
  for await (const batch of linesOf(input))
    for (const line of batch) {
      const handedOver = writer.add(answer(line))
      if (handedOver === undefined) continue
      // Nothing is read meanwhile, so that whoever reads slowly slows us down.
      await handedOver
      progress(lines)
    }
  await writer.flush()
  return { lines, refused }
}
