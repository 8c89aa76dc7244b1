import type { Day } from '../kernel/day.ts'

/** A coded reason with what the firm is to supply (R9.9). */
export interface Reason {
  /** Code of `returnReasons` or `rejectionReasons`. */
  readonly code: string
  /** Which fact it concerns, as a path of the facts; absent when it concerns the whole. */
  readonly path?: string
  /** What is wrong or what is to be supplied, in words. */
  readonly text: string
}

/** One line of the on-site checklist with what the verifiers found. */
export interface Finding {
  /** Id of the checklist line, a fact path or `site/…`; `own/…` for a line the verifiers added. */
  readonly item: string
  /** What an added line is about. */
  readonly title?: string
  readonly answer: 'true' | 'differs' | 'not-found'
  /** The figure found, as entered, when it differs. */
  readonly found?: string
  readonly note?: string
  /** Evidence ids of photos. */
  readonly photos: readonly string[]
}

interface Listed {
  /** The list (notice, filing, announcement) the case is put on. */
  readonly list: string
}

/** What each act carries. An act that is not here does not exist. */
export interface Payloads {
  'application.open': { readonly batch: string }
  'application.submit': { readonly submission: string; readonly digest: string; readonly receipt: string }
  'application.withdraw': { readonly reason?: string }
  'application.lapse': Record<string, never>
  'review.accept': { readonly note?: string }
  'review.reject': { readonly reasons: readonly Reason[]; readonly article: string }
  'review.return': { readonly reasons: readonly Reason[]; readonly due: Day }
  'review.confirm': { readonly note?: string }
  'review.send-back': { readonly note: string }
  'correction.overdue': Record<string, never>
  'visit.schedule': { readonly on: Day; readonly verifiers: readonly [string, string] }
  'visit.sign': { readonly findings: readonly Finding[]; readonly conclusion: string; readonly digest: string }
  'visit.accept': { readonly note?: string }
  'visit.reject': { readonly reasons: readonly Reason[]; readonly article: string }
  'visit.return': { readonly reasons: readonly Reason[]; readonly due: Day }
  'visit.repeat': { readonly note: string }
  'visit.confirm': { readonly note?: string }
  'visit.send-back': { readonly note: string }
  'notice.list': Listed
  'notice.unlist': Listed & { readonly note: string }
  'notice.publish': Listed & { readonly from: Day; readonly to: Day }
  'notice.end': Listed
  'filing.list': Listed
  'filing.unlist': Listed & { readonly note: string }
  'filing.file': Listed & { readonly declaration: string }
  'draw.take': { readonly draw: string; readonly drawn: boolean }
  'spot-check.accept': { readonly on: Day; readonly by: readonly string[]; readonly findings: string }
  'spot-check.reject': {
    readonly on: Day
    readonly by: readonly string[]
    readonly findings: string
    readonly reasons: readonly Reason[]
    readonly article: string
  }
  'spot-check.confirm': { readonly note?: string }
  'spot-check.send-back': { readonly note: string }
  'province-notice.list': Listed
  'province-notice.unlist': Listed & { readonly note: string }
  'province-notice.publish': Listed & { readonly from: Day; readonly to: Day }
  'province-notice.end': Listed
  'announcement.list': Listed
  'announcement.unlist': Listed & { readonly note: string }
  'announcement.publish': Listed & {
    readonly documentNumber: string
    readonly validFrom: Day
    readonly validTo: Day
    readonly title: string
  }
  'objection.receive': { readonly objection: string }
  'objection.propose': {
    readonly objection: string
    readonly outcome: 'upheld' | 'unfounded'
    readonly reasons: string
  }
  'objection.confirm': {
    readonly objection: string
    readonly note?: string
    /** What was decided and why, as the firm reads it. */
    readonly outcome?: 'upheld' | 'unfounded'
    readonly opinion?: string
  }
  'objection.send-back': { readonly objection: string; readonly note: string }
}

export type ActName = keyof Payloads

/** An act as recorded: appended once, never changed (第七条: who, for which authority, when). */
export interface RecordedAct<A extends ActName = ActName> {
  readonly seq: number
  readonly act: A
  readonly person: string | undefined
  readonly at: string
  readonly day: Day
  readonly payload: Payloads[A]
}
