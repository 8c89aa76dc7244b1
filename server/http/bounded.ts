import { Refusal } from '../../regime/kernel/errors.ts'

/** The same bytes; refuses (`request.too-large`) as soon as there are more than `limit`. */
export async function* bounded(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0
  for await (const chunk of stream) {
    total += chunk.length
    if (total > limit) throw new Refusal('request.too-large', { limit })
    yield chunk
  }
}
