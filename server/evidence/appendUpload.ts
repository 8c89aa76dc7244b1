import { Refusal } from '../../regime/kernel/errors.ts'
import type { Context } from '../http/context.ts'
import { getUpload, type UploadAddress } from './findUpload.ts'
import type { EvidenceStore } from './store.ts'

/** The same pieces; a connection that breaks off ends them with a refusal nobody hears, not with a failure of ours. */
async function* untilBroken(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('upload.incomplete')
  }
}

/**
 * Takes the next piece of an upload; it must begin where the last one ended (`upload.offset` names the place). What
 * arrived of a piece before the connection broke is kept.
 */
export const appendUpload = async (
  store: EvidenceStore,
  context: Context,
  address: UploadAddress,
  offset: number,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ received: number }> => {
  const row = await getUpload(context, address)
  if (row.evidence !== null) throw new Refusal('upload.offset', { received: row.bytes })
  await store.demandRoom(row.bytes - offset)
  return { received: await store.append(row.id, offset, row.bytes, untilBroken(pieces)) }
}
