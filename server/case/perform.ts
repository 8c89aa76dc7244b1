import { sql, type Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalOf } from '../../regime/procedure/available.ts'
import { dueOf } from '../../regime/procedure/due.ts'
import { applyAct, findRow } from '../../regime/procedure/fold.ts'
import type { ActName, Payloads, RecordedAct } from '../../regime/procedure/payloads.ts'
import type { CaseState } from '../../regime/procedure/state.ts'
import { stepEntry } from '../../regime/procedure/steps.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { type Telling, tell } from '../journal/tell.ts'
import type { Database } from '../store/database.ts'
import { type CaseAddress, type LoadedCase, lockCases } from './load.ts'
import { visitTellings } from './visit-tellings.ts'

/** One act on one case; `baseSeq` is the state the person saw when they decided. */
export interface CaseAct<A extends ActName = ActName> extends CaseAddress {
  readonly act: A
  readonly payload: Payloads[A]
  readonly baseSeq?: number
}

/**
 * Performs acts on cases, in the caller's transaction: load and lock → may? → rule → record → tell. One act or twelve
 * thousand take the same path and a handful of statements per authority. All of them happen or none: the first that is
 * not allowed refuses the whole, with the case named in the details.
 */
export const performActs = async (
  tx: Transaction<Database>,
  acting: Acting,
  acts: readonly CaseAct[],
): Promise<ReadonlyMap<string, CaseState>> => {
  const states = new Map<string, CaseState>()
  const authorities = [...new Set(acts.map(({ authority }) => authority))].sort()
  for (const authority of authorities) {
    const own = acts.filter((act) => act.authority === authority)
    for (const [id, state] of await performInAuthority(tx, acting, authority, own)) states.set(id, state)
  }
  return states
}

/** One act on one case; see `performActs`. Gives the state after it. */
export const performAct = async <A extends ActName>(
  tx: Transaction<Database>,
  acting: Acting,
  act: CaseAct<A>,
): Promise<CaseState> => {
  const states = await performActs(tx, acting, [act as unknown as CaseAct])
  return states.get(act.id) as CaseState
}

const performInAuthority = async (
  tx: Transaction<Database>,
  acting: Acting,
  authority: string,
  acts: readonly CaseAct[],
): Promise<ReadonlyMap<string, CaseState>> => {
  const loaded = await lockCases(
    tx,
    authority,
    acts.map(({ id }) => id),
    acting.today,
  )
  const byId = new Map(loaded.map((view) => [view.id, view]))
  const steps = acts.map((act) => stepOf(acting, byId.get(act.id) as LoadedCase, act))
  await appendActs(
    tx,
    acting,
    steps.map(({ view, act, after }) => ({
      authority,
      subjectKind: 'case' as const,
      subject: view.id,
      subjectSeq: after.seq,
      enterprise: view.enterprise,
      act: act.act,
      payload: act.payload,
    })),
  )
  await project(tx, authority, steps)
  await tell(
    tx,
    acting,
    steps.flatMap((move) => [...tellings(move), ...visitTellings(move)]),
  )
  return new Map(steps.map(({ view, after }) => [view.id, after]))
}

interface Move {
  readonly view: LoadedCase
  readonly act: CaseAct
  readonly after: CaseState
}

const stepOf = (acting: Acting, view: LoadedCase, act: CaseAct): Move => {
  const { baseSeq } = act
  if (baseSeq !== undefined && baseSeq !== view.state.seq) {
    throw new Refusal('act.stale', { case: view.id, step: view.state.step })
  }
  const refusal = refusalOf(act.act, acting.actor, view, act.payload)
  if (refusal) throw new Refusal(refusal, { case: view.id, enterprise: view.enterpriseName, step: view.state.step })
  const recorded: RecordedAct = {
    seq: view.state.seq + 1,
    act: act.act,
    person: 'person' in acting.actor ? acting.actor.person : undefined,
    at: acting.now,
    day: acting.today,
    payload: act.payload,
  }
  return { view, act, after: applyAct(view.state, recorded) }
}

/** Writes the folded states back, all cases of one authority in one statement. */
const project = async (tx: Transaction<Database>, authority: string, moves: readonly Move[]): Promise<void> => {
  const rows = moves.map(({ view, after }) => ({
    id: view.id,
    step: after.step,
    since: after.since,
    due: dueOf(after, view) ?? null,
    seq: after.seq,
    submission: after.submission ?? null,
    state: after,
  }))
  await sql`update cases c
    set step = v.step, since = v.since, due = v.due, seq = v.seq, submission = v.submission, state = v.state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(id uuid, step text, since date, due date, seq integer, submission uuid, state jsonb)
    where c.authority = ${authority} and c.id = v.id`.execute(tx)
}

/** Whom a move concerns: the firm when its label changes, and the desk that holds the case now. */
const tellings = ({ view, act, after }: Move): readonly Telling[] => {
  const before = stepEntry(view.state.step)
  const now = stepEntry(after.step)
  const about = { authority: view.authority, subjectKind: 'case', subject: view.id, topic: act.act }
  const payload = { step: after.step, name: view.enterpriseName }
  const firm: readonly Telling[] =
    now.applicant === before.applicant ? [] : [{ ...about, enterprise: view.enterprise, payload }]
  if (now.holder !== 'local-handler' && now.holder !== 'local-approver') return firm
  if (after.step === view.state.step) return firm
  // A list is one message to its desk, written by the list's own verb, not one for each of its firms.
  if (findRow(view.state, act.act)?.group) return firm
  return [...firm, { ...about, role: now.holder === 'local-handler' ? 'handler' : 'approver', payload }]
}
