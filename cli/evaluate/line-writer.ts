import type { Writable } from 'node:stream'

const NEWLINE = 0x0a
const CHUNK = 64 * 1024
const ROOM = 4 * CHUNK
const MOST_BYTES_OF_A_UNIT = 3

export interface LineWriter {
  /** Takes a line; a promise when lines were handed over, done once they are out. Nothing else may be added meanwhile. */
  add(line: string): Promise<void> | undefined
  /** Hands over what is left. */
  flush(): Promise<void>
}

/**
 * Writes lines of text, many at a time. They are gathered as bytes in one piece of memory that is used again once the
 * reader has taken them: long texts, and new memory for each write, are what V8 would let pile up over a long stream.
 */
export const lineWriter = (output: Writable): LineWriter => {
  const buffer = Buffer.allocUnsafeSlow(ROOM)
  let length = 0
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      output.write(bytes, (fault) => (fault ? reject(fault) : resolve()))
    })
  const flush = async (): Promise<void> => {
    if (length > 0) await write(buffer.subarray(0, length))
    length = 0
  }
  const put = (line: string): void => {
    length += buffer.write(line, length)
    buffer[length++] = NEWLINE
  }
  const addAlone = async (line: string, room: number): Promise<void> => {
    await flush()
    if (room <= ROOM) put(line)
    else await write(Buffer.from(`${line}\n`))
  }
  return {
    add: (line) => {
      const room = line.length * MOST_BYTES_OF_A_UNIT + 1
      if (length + room > ROOM) return addAlone(line, room)
      put(line)
      return length < CHUNK ? undefined : flush()
    },
    flush,
  }
}
