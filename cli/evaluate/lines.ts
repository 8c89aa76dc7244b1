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
 * Splits a stream of bytes into lines, given together as far as a chunk completes them and valid until the next are asked
 * for: what lasts longer is copied, so that chunks may all lie in the same memory. An overlong line is passed by and
 * given as null, so that neither a missing newline nor a hostile one fills the memory.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let held: Uint8Array[] = []
  let length = 0
  let overlong = false
  const hold = (part: Uint8Array): void => {
    length += part.length
    if (length > LONGEST_LINE) {
      overlong = true
      held = []
    } else if (part.length > 0) held.push(Uint8Array.from(part))
  }
  const takeHeld = (): Line => {
    const line = overlong ? null : Buffer.concat(held)
    held = []
    length = 0
    overlong = false
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
    if (start < chunk.length) hold(chunk.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield [takeHeld()]
}
