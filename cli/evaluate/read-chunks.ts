import { open, read } from 'node:fs'
import { promisify } from 'node:util'

const readInto = promisify(read)
const openFile = promisify(open)

const CHUNK = 64 * 1024
const STANDARD_INPUT = 0
const WAIT = 5

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, WAIT))

/** Bytes read into a piece of memory; 0 at the end. Whoever started us may have left a pipe that does not wait: then we do. */
const readSome = async (descriptor: number, into: Uint8Array): Promise<number> => {
  for (;;) {
    try {
      return (await readInto(descriptor, into, 0, into.length, null)).bytesRead
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EAGAIN') throw fault
      await later()
    }
  }
}

/**
 * The bytes of a file, or of standard input for `-`, chunk by chunk as they are asked for. All chunks lie in the same
 * memory, one valid until the next is asked for: a stream of Node's would take new memory for each.
 */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  // What was opened here ends with the command.
  const descriptor = file === '-' ? STANDARD_INPUT : await openFile(file, 'r')
  const buffer = Buffer.allocUnsafeSlow(CHUNK)
  for (let bytes = await readSome(descriptor, buffer); bytes > 0; bytes = await readSome(descriptor, buffer))
    yield buffer.subarray(0, bytes)
}
