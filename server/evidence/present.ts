import type { Selectable } from 'kysely'
import type { Evidence } from '../../contract/evidence.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import type { EvidenceTables } from './tables.ts'

/** A row as the contract shows it. */
export const presentEvidence = (row: Selectable<EvidenceTables['evidence']>): Evidence => ({
  authority: row.authority as AuthorityCode,
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  width: row.width,
  height: row.height,
  uploadedBy: row.uploaded_by_name,
  uploadedAt: row.uploaded_at.toISOString(),
})
