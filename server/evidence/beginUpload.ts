import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { EvidenceOwner, Upload } from '../../contract/evidence.ts'
import { evidenceRule } from '../../contract/evidence-rule.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { WriteContext } from '../http/context.ts'
import { authorityScope, inScope, type Scope } from '../store/scope.ts'
import { fileName } from './fileName.ts'
import { type UploadRow, uploadState } from './findUpload.ts'
import { type Place, placeOf } from './place.ts'
import { presentEvidence } from './present.ts'
import { uploadRule } from './rule.ts'
import type { EvidenceStore } from './store.ts'

/** A file somebody means to upload. */
export interface Offer {
  readonly owner: EvidenceOwner
  readonly name: string
  readonly bytes: number
  /** SHA-256 of its content as the browser computed it. */
  readonly sha256: string
}

/**
 * Begins an upload, or takes up again the same person's upload of the same file. The upload's id is the request's key,
 * so a lost answer costs nothing. Refuses empty and too large files, other people's places, and more than the limits.
 */
export const beginUpload = async (store: EvidenceStore, context: WriteContext, offer: Offer): Promise<Upload> => {
  const { db, idempotencyKey } = context
  if (offer.bytes === 0) throw new Refusal('evidence.empty')
  if (offer.bytes > evidenceRule.maxBytes) throw new Refusal('evidence.too-large', { bytes: offer.bytes })
  const place = await placeOf(context, offer.owner, idempotencyKey)
  const known = (await findSameEvidence(context, place, offer)) ?? (await findSameUpload(store, context, place, offer))
  if (known) return known
  await demandWithinLimits(context, place)
  await store.demandRoom(offer.bytes)
  const row = await insertUpload(context, place, offer)
  return uploadState(db, store, row)
}

/** The file was given before: its evidence stands already, nothing needs to be sent. */
const findSameEvidence = async (
  { db, wall }: WriteContext,
  { scope, authority, ownerKind, owner, uploader }: Place,
  { sha256 }: Offer,
): Promise<Upload | undefined> => {
  const row = await inScope(db, scope, (tx) =>
    tx
      .selectFrom('evidence')
      .selectAll()
      .where('authority', '=', authority)
      .where('owner_kind', '=', ownerKind)
      .where('owner', '=', owner)
      .where('uploaded_by', '=', uploader)
      .where('sha256', '=', sha256)
      .executeTakeFirst(),
  )
  if (!row) return undefined
  return {
    authority,
    id: row.id,
    bytes: row.bytes,
    received: row.bytes,
    expiresAt: wall,
    evidence: presentEvidence(row),
  }
}

const findSameUpload = async (
  store: EvidenceStore,
  { db, wall }: WriteContext,
  { authority, ownerKind, owner, uploader }: Place,
  { sha256, bytes }: Offer,
): Promise<Upload | undefined> => {
  const row = await inScope(db, `person/${uploader}`, (tx) =>
    tx
      .selectFrom('upload')
      .selectAll()
      .where('authority', '=', authority)
      .where('owner_kind', '=', ownerKind)
      .where('owner', '=', owner)
      .where('created_by', '=', uploader)
      .where('sha256', '=', sha256)
      .where('bytes', '=', bytes)
      .where('evidence', 'is', null)
      .where('expires_at', '>', sql<Date>`${wall}::timestamptz`)
      .limit(1)
      .executeTakeFirst(),
  )
  return row && uploadState(db, store, row)
}

/** Whose limits an upload counts against. The address enters as a digest with the day: nobody can be found by it. */
const countedAs = ({ ip, wall }: WriteContext, { ownerKind, uploader }: Place): string => {
  if (ownerKind !== 'objection') return `person/${uploader}`
  const digest = createHash('sha256')
    .update(`${wall.slice(0, 10)} ${ip}`)
    .digest('hex')
  return `address/${digest.slice(0, 32)}`
}

const demandWithinLimits = async (context: WriteContext, place: Place): Promise<void> => {
  const { db, wall } = context
  const anonymous = place.ownerKind === 'objection'
  const scope: Scope = anonymous ? authorityScope(place.authority) : `person/${place.uploader}`
  const subject = countedAs(context, place)
  const since = new Date(Date.parse(wall) - uploadRule.day).toISOString()
  const counts = await inScope(db, scope, (tx) =>
    tx
      .selectFrom('upload')
      .select([
        sql<number>`count(*) filter (where counted_as = ${subject})::int`.as('begun'),
        sql<number>`count(*) filter (where counted_as = ${subject} and evidence is null)::int`.as('open'),
        sql<number>`count(*) filter (where owner_kind = 'objection')::int`.as('anonymous'),
      ])
      .where('created_at', '>', sql<Date>`${since}::timestamptz`)
      .executeTakeFirstOrThrow(),
  )
  const limit = anonymous ? uploadRule.address : uploadRule.person
  const flooded = anonymous && counts.anonymous >= uploadRule.anonymous.begun
  if (flooded || counts.begun >= limit.begun || counts.open >= limit.open) throw new Refusal('evidence.too-many', limit)
}

const insertUpload = async (context: WriteContext, place: Place, offer: Offer): Promise<UploadRow> => {
  const { db, wall, idempotencyKey: id } = context
  const { authority, ownerKind, owner, uploader, uploaderName } = place
  const { bytes, sha256 } = offer
  return inScope(db, `person/${uploader}`, async (tx) => {
    await tx
      .insertInto('upload')
      .values({
        authority,
        id,
        owner_kind: ownerKind,
        owner,
        name: fileName(offer.name),
        bytes,
        sha256,
        created_by: uploader,
        created_by_name: uploaderName,
        counted_as: countedAs(context, place),
        created_at: wall,
        expires_at: new Date(Date.parse(wall) + uploadRule.keptFor).toISOString(),
      })
      .onConflict((conflict) => conflict.columns(['authority', 'id']).doNothing())
      .execute()
    const row = await tx
      .selectFrom('upload')
      .selectAll()
      .where('authority', '=', authority)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row?.sha256 !== sha256 || row.bytes !== bytes || row.owner !== owner) throw new Refusal('act.key-reused')
    return row
  })
}
