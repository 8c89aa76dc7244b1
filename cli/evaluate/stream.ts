import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { judge } from '../../regime/evaluation/evaluate.ts'
import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { resultText } from '../../regime/evaluation/result-text.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { decode, type Line, linesOf } from './lines.ts'
import { readFacts } from './read-facts.ts'

const CHUNK = 64 * 1024

type Evaluate = (line: Line) => string

const evaluatorOf = (standard: Standard, explain: boolean): Evaluate => {
  const write = resultText(standard)
  return (line) => {
    if (line === null) throw new FactsRefusal('', '这一行过长', '不超过 16 MiB 的一行')
    const { facts, digest } = readFacts(decode(line))
    const { result, explain: tell } = judge(standard, facts, undefined, digest)
    return explain ? JSON.stringify({ ...result, explanation: tell() }) : write(result)
  }
}

export interface Streamed {
  readonly lines: number
  readonly refused: number
}

/**
 * Evaluates one facts object per line, writing one line each in the same order. A bad line becomes
 * `{"line":N,"error":…}` in its place. Memory stays constant: the next chunk is read when the last was taken.
 */
export const evaluateLines = async (
  standard: Standard,
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  explain: boolean,
  progress: (lines: number) => void,
): Promise<Streamed> => {
  const evaluate = evaluatorOf(standard, explain)
  let lines = 0
  let refused = 0
  let pending = ''
  const flush = async (): Promise<void> => {
    if (pending === '') return
    const ready = output.write(pending)
    pending = ''
    if (!ready) await once(output, 'drain')
  }
  for await (const line of linesOf(input)) {
    lines++
    try {
      pending += `${evaluate(line)}\n`
    } catch (refusal) {
      if (!(refusal instanceof FactsRefusal)) throw refusal
      refused++
      const { pointer, problem, allowed, message } = refusal
      pending += `${JSON.stringify({ line: lines, error: { pointer, problem, allowed, message } })}\n`
    }
    if (pending.length >= CHUNK) {
      await flush()
      progress(lines)
    }
  }
  await flush()
  return { lines, refused }
}
