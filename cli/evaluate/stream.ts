import type { Writable } from 'node:stream'
import { judge } from '../../regime/evaluation/evaluate.ts'
import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { resultText } from '../../regime/evaluation/result-text.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { loadTracer } from '../../standards/tracer.ts'
import { decode, type Line, linesOf } from './lines.ts'
import { readFacts } from './read-facts.ts'

const CHUNK = 64 * 1024

const encoder = new TextEncoder()

type Evaluate = (line: Line) => string

const evaluatorOf = async (standard: Standard, explain: boolean): Promise<Evaluate> => {
  const write = resultText(standard)
  const take = await loadTracer(standard)
  return (line) => {
    if (line === null) throw new FactsRefusal('', '这一行过长', '不超过 16 MiB 的一行')
    const { facts, digest } = readFacts(decode(line))
    const { result, explain: tell } = judge(standard, facts, take, digest)
    return explain ? JSON.stringify({ ...result, explanation: tell() }) : write(result)
  }
}

export interface Streamed {
  readonly lines: number
  readonly refused: number
}

/** Writes text, and is done when it has been taken. Nothing is read meanwhile, so that a slow reader slows us down. */
const writerTo = (output: Writable): ((text: string) => Promise<void>) => {
  const buffer = new Uint8Array(4 * CHUNK)
  return (text) =>
    new Promise((resolve, reject) => {
      const { read, written } = encoder.encodeInto(text, buffer)
      // The memory is used again once the bytes are gone; what does not fit gets its own.
      const bytes = read === text.length ? buffer.subarray(0, written) : encoder.encode(text)
      output.write(bytes, (fault) => (fault ? reject(fault) : resolve()))
    })
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
  const evaluate = await evaluatorOf(standard, explain)
  const write = writerTo(output)
  let lines = 0
  let refused = 0
  let pending = ''
  for await (const batch of linesOf(input)) {
    for (const line of batch) {
      lines++
      try {
        pending += `${evaluate(line)}\n`
      } catch (refusal) {
        if (!(refusal instanceof FactsRefusal)) throw refusal
        refused++
        const { pointer, problem, allowed, message } = refusal
        pending += `${JSON.stringify({ line: lines, error: { pointer, problem, allowed, message } })}\n`
      }
      if (pending.length < CHUNK) continue
      await write(pending)
      pending = ''
      progress(lines)
    }
  }
  await write(pending)
  return { lines, refused }
}
