import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'

const NEWLINE = 0x0a
const LONGEST_LINE = 16 * 1024 * 1024

const decoder = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 text of bytes, a byte order mark taken off; refuses other encodings. */
export const decode = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new FactsRefusal('', '不是 UTF-8 编码', ' UTF-8 编码的 JSON')
  }
}

/** A line's bytes, or null for one too long to be kept. */
export type Line = Uint8Array | null

/**
 * Splits a stream of bytes into lines, holding one line at a time. An overlong line is passed by and given as null, so
 * that neither a missing newline nor a hostile one fills the memory.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let length = 0
  let overlong = false
  const take = (): Line => {
    const line = overlong ? null : held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held)
    held = []
    length = 0
    overlong = false
    return line
  }
  const keep = (part: Uint8Array): void => {
    length += part.length
    if (length > LONGEST_LINE) {
      overlong = true
      held = []
    } else if (part.length > 0) held.push(part)
  }
  for await (const chunk of chunks) {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start)
      if (end < 0) break
      keep(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (length > 0) yield take()
}
