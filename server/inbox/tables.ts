import type { InstantColumn, JsonColumn } from '../case/tables.ts'

export interface InboxTables {
  inbox: {
    authority: string
    id: string
    enterprise: string | null
    role: string | null
    subject_kind: string
    subject: string
    topic: string
    payload: JsonColumn<Record<string, unknown>>
    at: InstantColumn
  }
  inbox_read: { authority: string; message: string; person: string; enterprise: string | null; at: InstantColumn }
}
