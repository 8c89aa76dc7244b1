import type { Actor } from '../jurisdiction/actor.ts'
import { PROVINCE } from '../jurisdiction/authorities.ts'
import type { RefusalCode } from '../kernel/errors.ts'
import { findRow } from './fold.ts'
import type { ActName, Payloads } from './payloads.ts'
import type { Circumstances, Performer, Row } from './row.ts'
import type { CaseState } from './state.ts'
import { tierOne } from './tier-one.ts'

/** What is needed of a case to say who may do what with it. */
export interface CaseView extends Circumstances {
  readonly authority: string
  readonly enterprise: string
  readonly state: CaseState
}

/** Why this actor may not perform what `by` demands for this case; undefined where they may (R5.2, R5.3; 第五条, 第七条). */
const refusalByPost = (actor: Actor, by: Performer, view: CaseView): RefusalCode | undefined => {
  if (by === 'clock' || by === 'public') return actor.kind === by ? undefined : 'act.not-your-role'
  if (by === 'firm') {
    if (actor.kind !== 'firm') return 'act.not-your-role'
    return actor.enterprise === view.enterprise ? undefined : 'act.not-your-jurisdiction'
  }
  if (actor.kind !== 'officer') return 'act.not-your-role'
  const office = by.startsWith('province-') ? PROVINCE : view.authority
  if (actor.authority !== office) return 'act.not-your-jurisdiction'
  const role = by === 'verifier' ? by : by.endsWith('handler') ? 'handler' : 'approver'
  return actor.roles.includes(role) ? undefined : 'act.not-your-role'
}

const refusalOfRow = (row: Row, actor: Actor, view: CaseView, payload: Payloads[ActName] | undefined) => {
  const byPost = refusalByPost(actor, row.by, view)
  if (byPost) return byPost
  const person = 'person' in actor ? actor.person : undefined
  const other = row.notBy?.(view.state, payload)
  if (other !== undefined && other === person) return 'act.same-person' as const
  return row.bar?.(view.state, view, person, payload)
}

/**
 * Why `actor` may not perform `act` on this case now; undefined where they may. The one place that decides it:
 * the API asks it before every act, the pages through `availableActs`.
 */
export const refusalOf = (
  act: string,
  actor: Actor,
  view: CaseView,
  payload?: Payloads[ActName],
): RefusalCode | undefined => {
  const row = findRow(view.state, act)
  if (row) return refusalOfRow(row, actor, view, payload)
  const elsewhere = tierOne.find((entry) => entry.act === act)
  return (elsewhere && refusalByPost(actor, elsewhere.by, view)) ?? 'act.not-available'
}

/** An act a person may perform now, with the words of its button. */
export interface AvailableAct {
  readonly act: ActName
  readonly label: string
  readonly article: string
  /** Where the case will stand; more than one where the record decides. */
  readonly to: readonly string[]
  readonly group: boolean
}

/** Everything `actor` may do with this case now (design: possible acts are derived, never listed twice). */
export const availableActs = (actor: Actor, view: CaseView): readonly AvailableAct[] =>
  tierOne
    .filter((row) => row.from.includes(view.state.step) && refusalOfRow(row, actor, view, undefined) === undefined)
    .map(({ act, label, article, to, group }) => ({
      act,
      label,
      article,
      to: to === 'same' ? [view.state.step] : to,
      group: group === true,
    }))
