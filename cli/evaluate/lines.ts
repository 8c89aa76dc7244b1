import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'

const NEWLINE = 0x0a
const LONGEST_LINE = 16 * 1024 * 1024
const USUAL_LINE = 64 * 1024

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
 * Splits a stream of bytes into lines, given together as far as a chunk completes them and valid until the next are asked
 * for: all memory is used again and again. An overlong line is passed by and given as null, so that neither a missing
 * newline nor a hostile one fills the memory.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  // The beginning of a line whose end has not been read yet.
  let held = Buffer.allocUnsafeSlow(USUAL_LINE)
  let length = 0
  const hold = (part: Uint8Array): void => {
    if (length + part.length <= LONGEST_LINE) {
      if (length + part.length > held.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(2 * held.length, length + part.length))
        larger.set(held.subarray(0, length))
        held = larger
      }
      held.set(part, length)
    }
    length += part.length
  }
  const takeHeld = (): Line => {
    const line = length > LONGEST_LINE ? null : held.subarray(0, length)
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      if (length > 0) {
        hold(chunk.subarray(start, end))
        lines.push(takeHeld())
      } else lines.push(chunk.subarray(start, end))
      start = end + 1
    }
    if (lines.length > 0) yield lines
    if (start < chunk.length) hold(chunk.subarray(start))
  }
  if (length > 0) yield [takeHeld()]
}
