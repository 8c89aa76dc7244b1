import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor, OfficerRole } from '../regime/jurisdiction/actor.ts'
import type { AuthorityCode, LocalCode } from '../regime/jurisdiction/authorities.ts'
import { type Day, dayInShanghai, parseDay } from '../regime/kernel/day.ts'
import type { CaseState } from '../regime/procedure/state.ts'
import type { Step } from '../regime/procedure/steps.ts'
import type { CaseAddress } from '../server/case/load.ts'
import type { Acting } from '../server/journal/acting.ts'
import type { Database } from '../server/store/database.ts'
import { inScope } from '../server/store/scope.ts'
import { findStandard } from '../standards/load.ts'

// Cases of invented firms put straight at the step where lists begin, and the officers who make the lists.

export type Officer = Extract<Actor, { kind: 'officer' }>

/** An officer with an account, so that they can sign. */
export const putOfficer = async (
  db: Kysely<Database>,
  name: string,
  authority: AuthorityCode,
  ...roles: OfficerRole[]
): Promise<Officer> => {
  const person = randomUUID()
  await inScope(db, 'identity', (tx) =>
    tx
      .insertInto('account')
      .values({ id: person, name, authority, roles, office: null, demo: true, disabled: false, created_at: NOW })
      .execute(),
  )
  return { kind: 'officer', person, authority, roles }
}

const NOW = '2026-09-01T01:00:00.000Z'

/** Acting as somebody on a day at nine in the morning; each call is a request of its own. */
export const acting = (actor: Actor, day: string, key: string = randomUUID()): Acting => ({
  actor,
  now: `${day}T01:00:00.000Z`,
  today: dayInShanghai(`${day}T01:00:00.000Z`),
  newId: () => randomUUID(),
  random: (length) => new Uint8Array(randomBytes(length)),
  idempotencyKey: key,
})

/** An open tier-1 batch of 2026. */
export const putBatch = async (db: Kysely<Database>, title = '2026 年度第三批创新型中小企业评价'): Promise<string> => {
  const id = randomUUID()
  await inScope(db, 'province/410000', (tx) =>
    tx
      .insertInto('batch')
      .values({
        id,
        document_number: '演示豫工信〔2026〕8号',
        title,
        tier: 'innovative',
        standard: 'miit-2022-63/innovative',
        edition: findStandard('miit-2022-63/innovative')?.edition as string,
        eligibility: 'henan-2023-131/eligibility',
        eligibility_edition: findStandard('henan-2023-131/eligibility')?.edition as string,
        opens_on: '2026-07-01',
        closes_on: '2026-08-20',
        local_due_on: '2026-10-31',
        province_due_on: '2026-12-15',
        correction_workdays: 10,
        notice_basis: 'workday',
        notice_days: 5,
        overlay: '[]',
        valid_from: '2026-01-01',
        valid_to: '2028-12-31',
        status: 'open',
        proposed_by: randomUUID(),
        opened_by: randomUUID(),
        created_at: NOW,
      })
      .execute(),
  )
  return id
}

export interface Standing {
  readonly authority: LocalCode
  readonly batch: string
  readonly step: Step
  readonly firms: number
  /** Name of the n-th firm. */
  readonly name?: (index: number) => string
  readonly state?: Partial<CaseState>
  readonly due?: Day
}

/** Puts cases at a step, as if all before it had happened. */
export const putCases = async (db: Kysely<Database>, of: Standing): Promise<CaseAddress[]> => {
  const { authority, batch, step, firms, name = (index) => `演示企业${index}有限公司` } = of
  const state = {
    step,
    since: parseDay('2026-08-28'),
    sinceAt: '2026-08-28T01:00:00.000Z',
    seq: 9,
    round: 1,
    decided: true,
    objections: {},
    ...of.state,
  }
  const rows = Array.from({ length: firms }, (_, index) => ({
    authority,
    id: randomUUID(),
    enterprise: randomUUID(),
    enterprise_name: name(index + 1),
    uscc: `91${authority}DEM${String(index + 1).padStart(7, '0')}`,
    batch,
    tier: 'innovative',
    step,
    since: state.since,
    due: of.due ?? parseDay('2026-10-31'),
    seq: state.seq,
    state: JSON.stringify(state),
    submission: null,
    score_min: 72,
    score_max: 72,
    outcome: null,
    opened_at: NOW,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await inScope(db, 'province/410000', (tx) =>
      tx
        .insertInto('cases')
        .values(rows.slice(from, from + 500))
        .execute(),
    )
  return rows.map(({ id }) => ({ authority, id }))
}

/** Where cases stand now. */
export const stepsOf = async (db: Kysely<Database>, cases: readonly CaseAddress[]): Promise<string[]> => {
  const rows = await inScope(db, 'province/410000', (tx) => tx.selectFrom('cases').select(['id', 'step']).execute())
  const byId = new Map(rows.map(({ id, step }) => [id, step]))
  return cases.map(({ id }) => byId.get(id) ?? 'gone')
}
