import type { Actor, OfficerRole } from '../jurisdiction/actor.ts'
import { PROVINCE } from '../jurisdiction/authorities.ts'
import type { Day } from '../kernel/day.ts'
import { yearOf } from '../kernel/day.ts'
import type { RefusalCode } from '../kernel/errors.ts'
import type { BatchDates } from './due.ts'

/** Why this actor may not do what needs `role` at the province (第五条: the province runs the batches). */
export const refusalAtProvince = (actor: Actor, role: OfficerRole): RefusalCode | undefined => {
  if (actor.kind !== 'officer') return 'act.not-your-role'
  if (actor.authority !== PROVINCE) return 'act.not-your-jurisdiction'
  return actor.roles.includes(role) ? undefined : 'act.not-your-role'
}

/** Why `actor` may not propose a batch; undefined where they may (第十二条). */
export const refusalToPropose = (actor: Actor): RefusalCode | undefined => refusalAtProvince(actor, 'handler')

/** Why `actor` may not open this proposed batch; undefined where they may (第十二条, 第七条: two people). */
export const refusalToOpen = (
  actor: Actor,
  batch: { readonly status: 'proposed' | 'open'; readonly proposedBy: string },
): RefusalCode | undefined => {
  const refusal = refusalAtProvince(actor, 'approver')
  if (refusal) return refusal
  if (batch.status !== 'proposed') return 'batch.already-open'
  return actor.kind === 'officer' && actor.person === batch.proposedBy ? 'act.same-person' : undefined
}

/** True where each date is not before the one it follows (第十二条). */
export const datesInOrder = ({ opensOn, closesOn, localDueOn, provinceDueOn }: BatchDates): boolean =>
  opensOn <= closesOn && closesOn <= localDueOn && localDueOn <= provinceDueOn

/** The year's obligation for tier 1 (第十二条: at least one batch a year): how many batches open in the year of `today`. */
export const yearlyObligation = (openings: readonly Day[], today: Day) => {
  const year = yearOf(today)
  const opened = openings.filter((day) => yearOf(day) === year).length
  return { year, opened, met: opened > 0 }
}
