import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type AuthorityCode, findAuthority, localAuthorities } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { CaseState } from '../../regime/procedure/state.ts'
import { type CaseAct, performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { type Telling, tell } from '../journal/tell.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { type DueAct, dueActs } from './dueActs.ts'

/** When the clock runs, and what it may use; nothing of it is looked up inside. */
export interface Tick extends Pick<Acting, 'now' | 'newId' | 'random'> {
  readonly today: Day
}

/** What a run did: acts performed by name, and the cases it could not move. */
export interface ClockReport {
  readonly performed: Readonly<Record<string, number>>
  readonly failed: readonly { authority: string; case: string; act: string; error: unknown }[]
}

/** Cases per transaction. */
const BATCH = 1000
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Performs what the day brings, authority by authority: public notices end, drafts lapse, corrections fall due. Running
 * it again, late, or in several processes at once changes nothing more: every case is locked and looked at again, and
 * the key of each transaction follows from what it does. A case that cannot be moved does not hold up the others.
 */
export const runClock = async (db: Kysely<Database>, tick: Tick): Promise<ClockReport> => {
  const performed: Record<string, number> = {}
  const failed: ClockReport['failed'][number][] = []
  for (const { code } of localAuthorities)
    for (const due of dueActs) {
      const outcome = await performDue(db, tick, code, due)
      if (outcome.count > 0) performed[due.act] = (performed[due.act] ?? 0) + outcome.count
      for (const { id, error } of outcome.failed) failed.push({ authority: code, case: id, act: due.act, error })
    }
  return { performed, failed }
}

interface Failure {
  readonly id: string
  readonly error: unknown
}

const performDue = async (db: Kysely<Database>, tick: Tick, authority: AuthorityCode, due: DueAct) => {
  const failed: Failure[] = []
  let count = 0
  for (let after = FIRST; ; ) {
    const batch = await performBatch(db, tick, authority, due, after, BATCH).catch((error: unknown) => {
      if (isOfDatabase(error)) throw error
      return undefined
    })
    if (batch) {
      count += batch.count
      if (!batch.last) return { count, failed }
      after = batch.last
      continue
    }
    // Some case of the batch cannot be moved: take them one at a time.
    for (let left = BATCH; left > 0; left--) {
      const id = await nextDue(db, tick, authority, due, after)
      if (!id) return { count, failed }
      try {
        count += (await performBatch(db, tick, authority, due, after, 1)).count
      } catch (error) {
        if (isOfDatabase(error)) throw error
        failed.push({ id, error })
      }
      after = id
    }
  }
}

/** Errors of the database stop the run, to be tried again at the next tick; those of one case do not. */
const isOfDatabase = (error: unknown): boolean =>
  !(error instanceof Refusal) && typeof error === 'object' && error !== null && 'code' in error

const performBatch = (
  db: Kysely<Database>,
  tick: Tick,
  authority: AuthorityCode,
  due: DueAct,
  after: string,
  limit: number,
) =>
  inScope(db, authorityScope(authority), async (tx) => {
    const cases = await tx
      .selectFrom('cases')
      .select(['id', 'state'])
      .where('authority', '=', authority)
      .where('step', '=', due.step)
      .where('due', '<', tick.today)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    if (cases.length === 0) return { count: 0, last: undefined }
    const ids = cases.map(({ id }) => id)
    const idempotencyKey = keyOf(authority, due.act, tick.today, ids)
    const acting: Acting = { ...tick, actor: { kind: 'clock' }, idempotencyKey }
    await once(tx, acting, authority, { verb: due.act, today: tick.today, ids }, async () => {
      const acts = cases.map(({ id, state }) => ({
        authority,
        id,
        act: due.act,
        payload: due.list ? { list: due.list(state) } : {},
      }))
      const states = await performActs(tx, acting, acts as readonly CaseAct[])
      await tell(tx, acting, endedLists(authority, due, cases, states))
      return { count: cases.length }
    })
    return { count: cases.length, last: ids.at(-1) }
  })

const nextDue = (db: Kysely<Database>, { today }: Tick, authority: AuthorityCode, due: DueAct, after: string) =>
  inScope(db, authorityScope(authority), async (tx) => {
    const row = await tx
      .selectFrom('cases')
      .select('id')
      .where('authority', '=', authority)
      .where('step', '=', due.step)
      .where('due', '<', today)
      .where('id', '>', after)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    return row?.id
  })

/** One message per list whose period ended: how many firms go on, how many wait for an objection. */
const endedLists = (
  authority: string,
  due: DueAct,
  cases: readonly { id: string; state: CaseState }[],
  states: ReadonlyMap<string, CaseState>,
): readonly Telling[] => {
  const { list } = due
  if (!list) return []
  return [...new Set(cases.map(({ state }) => list(state)))].map((subject) => {
    const after = cases.filter(({ state }) => list(state) === subject).map(({ id }) => states.get(id)?.step ?? '')
    const objected = after.filter((step) => step.endsWith('objection')).length
    return {
      authority,
      role: due.act === 'notice.end' ? 'handler' : 'province-handler',
      subjectKind: 'notice',
      subject,
      topic: due.act,
      payload: { place: findAuthority(authority)?.place, firms: after.length - objected, objected },
    }
  })
}

/** The key of one transaction of the clock: the same work on the same day has the same key, whoever does it. */
export const keyOf = (authority: string, act: string, today: Day, ids: readonly string[]): string => {
  const hex = createHash('sha256')
    .update(['tidu-clock-1', authority, act, today, ...ids].join('\n'))
    .digest('hex')
  // A UUID of version 8: its content is the maker's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
