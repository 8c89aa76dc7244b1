import type { NoticePeriod } from '../../regime/notice/period.ts'
import type { DayColumn, InstantColumn, JsonColumn } from '../case/tables.ts'

/** The three lists a case goes through (第九条); a notice is local or provincial by its issuer. */
export type ListKind = 'notice' | 'filing' | 'announcement'

/** Where the public reaches the issuing office. */
export interface Contact {
  readonly phone: string
  readonly email?: string | undefined
  readonly address?: string | undefined
}

export interface NoticeTerms extends NoticePeriod {
  readonly contact: Contact
}

export interface FilingTerms {
  /** The declaration as made; absent while it waits for the approver. */
  readonly declaration?: string
}

export interface AnnouncementTerms {
  readonly documentNumber: string
  readonly validFrom: string
  readonly validTo: string
  /** Why the interval is not three years (第十三条). */
  readonly validityReason?: string | undefined
}

export interface TermsOf {
  notice: NoticeTerms
  filing: FilingTerms
  announcement: AnnouncementTerms
}

export interface ListTable {
  authority: string
  id: string
  kind: ListKind
  batch: string
  tier: string
  title: string
  terms: JsonColumn<NoticeTerms | FilingTerms | AnnouncementTerms>
  status: 'waiting' | 'sent-back' | 'approved'
  seq: number
  prepared_by: string
  prepared_by_name: string
  prepared_at: InstantColumn
  decided_by: string | null
  decided_by_name: string | null
  decided_at: InstantColumn | null
  decided_on: DayColumn | null
  note: string | null
}

export interface ListEntryTable {
  authority: string
  list: string
  id: string
  position: number
  case_authority: string
  case_id: string
  enterprise: string
  name: string
  uscc: string
  status: 'listed' | 'unlisted' | 'removed'
  note: string | null
}

export interface ListTables {
  list: ListTable
  list_entry: ListEntryTable
}
