import type { Kysely } from 'kysely'
import type { OfficerAct } from '../../contract/officer-act.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { ActName } from '../../regime/procedure/payloads.ts'
import { type Step, stepNames } from '../../regime/procedure/steps.ts'
import { actOnCase } from '../case/act.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { demoActing } from './acting.ts'
import type { EnteredFirm } from './enter-firm.ts'
import { demoOfficer } from './people.ts'

/** A firm's case on its way to the step where the demo shows it waiting. */
export interface Traveller extends EnteredFirm {
  readonly target: Step
  readonly case: string
}

export interface Road {
  readonly db: Kysely<Database>
  readonly law: Law
  readonly batch: string
}

/** Steps of the main road in order; side roads branch where `goesPast` says. */
const order = stepNames
const side: Partial<Record<Step, Step>> = { correction: 'review', rejected: 'review-approval', withdrawn: 'review' }

/** True where a case bound for `target` has to get past `step`. */
export const goesPast = (target: Step, step: Step): boolean =>
  order.indexOf(side[target] ?? target) > order.indexOf(step) &&
  !(target in side && order.indexOf(step) >= order.indexOf(side[target] as Step))

export const seqOf = async ({ db }: Road, { case: id, actor }: Traveller): Promise<number> =>
  inScope(db, authorityScope(actor.authority), async (tx) => {
    const row = await tx
      .selectFrom('cases')
      .select('seq')
      .where('authority', '=', actor.authority)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.seq
  })

/** An officer's single act on a case, done once however often the demo is entered. */
export const act = async <A extends ActName>(
  road: Road,
  one: Traveller,
  post: string,
  day: string,
  name: A,
  payload: object,
): Promise<void> => {
  const officer = demoOfficer(name.startsWith('spot-check') ? PROVINCE : one.actor.authority, post)
  const acting = demoActing(officer, day, `${name} ${one.firm.uscc}`)
  if (await done(road, acting.idempotencyKey, one.actor.authority)) return
  const wish = { act: name, payload, baseSeq: await seqOf(road, one) } as unknown as OfficerAct
  await actOnCase(road.db, road.law, acting, one.case, wish)
}

/** Whether the act with this key was performed before the demo's entering was broken off. */
export const done = async ({ db }: Road, key: string, authority: string): Promise<boolean> =>
  inScope(db, authorityScope(authority as never), async (tx) => {
    const row = await tx
      .selectFrom('idempotency')
      .select('key')
      .where('authority', '=', authority)
      .where('key', '=', key)
      .executeTakeFirst()
    return row !== undefined
  })

export const isAt = async ({ db }: Road, { case: id, actor }: Traveller, steps: readonly Step[]): Promise<boolean> =>
  inScope(db, authorityScope(actor.authority), async (tx) => {
    const row = await tx
      .selectFrom('cases')
      .select('step')
      .where('authority', '=', actor.authority)
      .where('id', '=', id)
      .executeTakeFirst()
    return row !== undefined && steps.includes(row.step as Step)
  })
