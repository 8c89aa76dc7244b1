import type { DayColumn, InstantColumn, JsonColumn } from '../case/tables.ts'

/** What was asked for: a number of firms or a share in whole percent. */
export type DrawAsked = { readonly count: number } | { readonly percent: number }

export interface DrawTables {
  draw: {
    authority: string
    id: string
    batch: string
    method: string
    asked: JsonColumn<DrawAsked>
    population: number
    taken: number
    seed: string
    list_digest: string
    drawn_by: string
    drawn_by_name: string
    drawn_at: InstantColumn
    drawn_on: DayColumn
  }
  draw_entry: {
    authority: string
    draw: string
    position: number
    case_authority: string
    case_id: string
    name: string
    uscc: string
    rank: number | null
  }
}
