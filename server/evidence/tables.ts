import type { ColumnType } from 'kysely'
import type { EvidenceType } from '../../contract/evidence-rule.ts'

type Instant = ColumnType<Date, string, string>

/** What a file belongs to; see the migration. */
export type OwnerKind = 'enterprise' | 'claim' | 'objection' | 'office'

export interface EvidenceTables {
  evidence: {
    authority: string
    id: string
    owner_kind: OwnerKind
    owner: string
    sha256: string
    media_type: EvidenceType
    bytes: number
    width: number | null
    height: number | null
    name: string
    uploaded_by: string
    uploaded_by_name: string | null
    uploaded_at: Instant
  }
  upload: {
    authority: string
    id: string
    owner_kind: OwnerKind
    owner: string
    name: string
    bytes: number
    sha256: string
    created_by: string
    created_by_name: string | null
    counted_as: string
    created_at: Instant
    expires_at: Instant
    evidence: string | null
  }
}
