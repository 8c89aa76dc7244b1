import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Evidence, Upload } from '../../contract/evidence.ts'
import { type AuthorityCode, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Context } from '../http/context.ts'
import type { Database } from '../store/database.ts'
import { inScope, type Scope } from '../store/scope.ts'
import { presentEvidence } from './present.ts'
import type { EvidenceStore } from './store.ts'
import type { EvidenceTables } from './tables.ts'

/** Which upload: its authority and its id. */
export interface UploadAddress {
  readonly authority: AuthorityCode
  readonly upload: string
}

export type UploadRow = Selectable<EvidenceTables['upload']>

const lookAs = (db: Kysely<Database>, { authority, upload }: UploadAddress, person: string) =>
  inScope(db, `person/${person}`, (tx) =>
    tx.selectFrom('upload').selectAll().where('authority', '=', authority).where('id', '=', upload).executeTakeFirst(),
  )

/** An upload of this person, or of whoever knows its id where it has no person. Refuses `upload.not-found`. */
export const getUpload = async (
  { db, person, wall }: Pick<Context, 'db' | 'person' | 'wall'>,
  address: UploadAddress,
): Promise<UploadRow> => {
  const own = person && (await lookAs(db, address, person.id))
  const row = own ?? (await lookAs(db, address, address.upload))
  if (!row || (row.evidence === null && row.expires_at.getTime() <= Date.parse(wall)))
    throw new Refusal('upload.not-found')
  return row
}

/** The scope in which the evidence of an upload stands. */
const scopeOfRow = ({ authority, owner_kind, owner, created_by }: UploadRow): Scope => {
  if (owner_kind === 'enterprise') return `enterprise/${authority}/${owner}`
  if (owner_kind === 'office') return authority === PROVINCE ? `province/${authority}` : `authority/${authority}`
  return `person/${created_by}`
}

/** The evidence an upload has become, or undefined. */
export const findFinished = async (db: Kysely<Database>, row: UploadRow): Promise<Evidence | undefined> => {
  const { authority, evidence } = row
  if (evidence === null) return undefined
  return inScope(db, scopeOfRow(row), (tx) => getEvidence(tx, authority, evidence))
}

/** One piece of evidence; refuses `evidence.not-found` where there is none or row security hides it. */
export const getEvidence = async (tx: Transaction<Database>, authority: string, id: string): Promise<Evidence> => {
  const row = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('evidence.not-found')
  return presentEvidence(row)
}

/** An upload as its browser sees it: how much has arrived, or the evidence it became. */
export const uploadState = async (db: Kysely<Database>, store: EvidenceStore, row: UploadRow): Promise<Upload> => {
  const evidence = await findFinished(db, row)
  return {
    authority: row.authority as AuthorityCode,
    id: row.id,
    bytes: row.bytes,
    received: evidence ? row.bytes : await store.received(row.id),
    expiresAt: row.expires_at.toISOString(),
    evidence: evidence ?? null,
  }
}
