import type { Evidence, EvidenceOwner } from '../../contract/evidence.ts'
import type { AuthorityCode, LocalCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { dropUpload } from './dropUpload.ts'
import { typedName } from './fileName.ts'
import { findFinished, getEvidence, getUpload, type UploadAddress, type UploadRow } from './findUpload.ts'
import { type Inspected, inspect } from './inspect.ts'
import { type Place, placeOf } from './place.ts'
import type { EvidenceStore } from './store.ts'

/**
 * Makes evidence of an upload that has arrived whole: digest compared, content looked at, bytes put into the store for
 * good, and only then the row. May be asked twice. A file that is refused (`evidence.hash-mismatch`,
 * `evidence.not-allowed`, `evidence.damaged`) is dropped; nothing of it stays.
 */
export const finishUpload = async (
  store: EvidenceStore,
  context: WriteContext,
  address: UploadAddress,
): Promise<Evidence> => {
  const row = await getUpload(context, address)
  const finished = await findFinished(context.db, row)
  if (finished) return finished
  const received = await store.received(row.id)
  if (received !== row.bytes) return finishedMeanwhile(context, address, received)
  const place = await placeOf(context, ownerOf(row), row.id)
  const inspected = await keepOrDrop(store, context, row)
  const evidence = await record(context, row, place, inspected)
  await store.discard(row.id)
  return evidence
}

/** The part is gone or short: the same request sent twice has just been answered once, or bytes are missing. */
const finishedMeanwhile = async (
  context: WriteContext,
  address: UploadAddress,
  received: number,
): Promise<Evidence> => {
  const finished = await findFinished(context.db, await getUpload(context, address))
  if (!finished) throw new Refusal('upload.incomplete', { received })
  return finished
}

const ownerOf = ({ owner_kind, owner, authority }: UploadRow): EvidenceOwner => {
  switch (owner_kind) {
    case 'enterprise':
      return { kind: owner_kind, enterprise: owner }
    case 'claim':
      return { kind: owner_kind, authority: authority as LocalCode, claim: owner }
    case 'objection':
      return { kind: owner_kind, authority: authority as AuthorityCode, notice: owner }
    default:
      return { kind: owner_kind, subject: owner }
  }
}

const keepOrDrop = async (store: EvidenceStore, context: WriteContext, row: UploadRow): Promise<Inspected> => {
  try {
    const kept = await store.keep(row.id, row.sha256, inspect)
    if (kept.kept) return kept.found
    throw new Refusal('evidence.hash-mismatch')
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'evidence.no-room') await dropUpload(store, context.db, row)
    throw error
  }
}

const record = ({ db, now }: WriteContext, row: UploadRow, place: Place, found: Inspected): Promise<Evidence> =>
  inScope(db, place.scope, async (tx) => {
    const { authority, ownerKind, owner, uploader, uploaderName } = place
    await tx
      .insertInto('evidence')
      .values({
        authority,
        id: row.id,
        owner_kind: ownerKind,
        owner,
        sha256: row.sha256,
        media_type: found.mediaType,
        bytes: row.bytes,
        width: found.width,
        height: found.height,
        name: typedName(row.name, found.mediaType),
        uploaded_by: uploader,
        uploaded_by_name: uploaderName,
        uploaded_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { id } = await tx
      .selectFrom('evidence')
      .select('id')
      .where('authority', '=', authority)
      .where('owner_kind', '=', ownerKind)
      .where('owner', '=', owner)
      .where('uploaded_by', '=', uploader)
      .where('sha256', '=', row.sha256)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('upload')
      .set({ evidence: id })
      .where('authority', '=', authority)
      .where('id', '=', row.id)
      .execute()
    return getEvidence(tx, authority, id)
  })
