import type { Kysely, Transaction } from 'kysely'
import type { Result } from '../../regime/evaluation/result.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { type Assembled, assembleFacts } from '../enterprise/assemble.ts'
import { eligibilityOf, type Law, standardOf } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { type Firm, getOpenBatch, getOwnCase } from './application.ts'

/** The firm's facts as they stand today, evaluated under the editions its batch pins. */
export interface Standing extends Assembled {
  readonly result: Result
  readonly eligibility: Result
}

/** Evaluates what the firm has entered so far (R9.1), in the caller's transaction. */
export const standingIn = async (
  tx: Transaction<Database>,
  law: Law,
  firm: Firm,
  today: Day,
  batchId: string,
): Promise<Standing> => {
  const batch = await getOpenBatch(tx, batchId, today)
  const assembled = await assembleFacts(tx, firm.authority, firm.enterprise, { asOf: today, application: 'new' })
  return {
    ...assembled,
    result: await law.evaluate(tx, standardOf(batch), assembled.facts),
    eligibility: await law.evaluate(tx, eligibilityOf(batch), assembled.facts),
  }
}

/** The instant score of an application that is not handed in yet (R9.1). */
export const readStanding = (db: Kysely<Database>, law: Law, firm: Firm, today: Day, id: string): Promise<Standing> =>
  inScope(db, scopeOf(firm), async (tx) => {
    const { batch } = await getOwnCase(tx, firm, id)
    return standingIn(tx, law, firm, today, batch)
  })
