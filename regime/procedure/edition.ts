import type { Actor } from '../jurisdiction/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { RefusalCode } from '../kernel/errors.ts'
import { refusalAtProvince } from './batch.ts'

/** Where an edition is on its road (第八条): proposed by a handler, decided by an approver who is another person. */
export const editionStatuses = ['proposed', 'in-force', 'rejected', 'withdrawn'] as const
export type EditionStatus = (typeof editionStatuses)[number]

/** What is asked about an edition before an act. */
export interface EditionView {
  readonly status: EditionStatus
  readonly proposedBy: string
  /** First day of the interval its own document states. */
  readonly from: Day
}

/** What can be done with a proposed edition, each by whom it is given to. */
export const editionActs = ['enforce', 'reject', 'withdraw'] as const
export type EditionAct = (typeof editionActs)[number]

/** Why `actor` may not hand in an edition; undefined where they may. Only the province takes in the rules (第八条). */
export const refusalToHandIn = (actor: Actor): RefusalCode | undefined => refusalAtProvince(actor, 'handler')

/** Why `actor` may not do this with the edition now; undefined where they may (第七条: two people). */
export const refusalOfEditionAct = (act: EditionAct, actor: Actor, edition: EditionView): RefusalCode | undefined => {
  const refusal = refusalAtProvince(actor, act === 'withdraw' ? 'handler' : 'approver')
  if (refusal) return refusal
  if (edition.status !== 'proposed') return 'edition.decided'
  const own = actor.kind === 'officer' && actor.person === edition.proposedBy
  if (act === 'withdraw') return own ? undefined : 'edition.not-yours'
  return own ? 'act.same-person' : undefined
}

/** The acts open to `actor`. */
export const availableEditionActs = (actor: Actor, edition: EditionView): readonly EditionAct[] =>
  editionActs.filter((act) => refusalOfEditionAct(act, actor, edition) === undefined)

/** Why an edition may not come into force for batches opening from `on`: never for the past, never before its own first day. */
export const refusalOfDay = (on: Day, edition: Pick<EditionView, 'from'>, today: Day): RefusalCode | undefined =>
  on < today || on < edition.from ? 'edition.day-passed' : undefined
