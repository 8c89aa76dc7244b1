import type { DayColumn } from '../case/tables.ts'

export interface TitleTables {
  title: {
    authority: string
    id: string
    enterprise: string
    name: string
    /** The name as `searchForm` writes it. */
    search_name: string
    uscc: string
    tier: string
    valid_from: DayColumn
    valid_to: DayColumn
    document_number: string
    announced_on: DayColumn
    announcement: string
    status: 'valid' | 'lapsed' | 'revoked'
  }
}
