import type { Kysely } from 'kysely'
import { isLocalCode, type LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import type { Acting } from '../../journal/acting.ts'
import type { Database } from '../../store/database.ts'
import { inScope } from '../../store/scope.ts'
import { loadProfile } from './load.ts'

interface Arrival {
  readonly person: string
  readonly authority: LocalCode
  readonly enterprise: string
}

const CHUNK = 500

/**
 * A claimant who chose the wrong authority and comes to another keeps what they typed there (R6.2: never asked again):
 * their own entries are entered into the profile that begins here, if it is still empty. Evidence stays with the office
 * it was given to and is not carried along. Two scopes, so two transactions; without the second nothing is wrong.
 */
export const carryOver = async (db: Kysely<Database>, acting: Acting, arrival: Arrival): Promise<void> => {
  const { person, authority, enterprise } = arrival
  const before = await inScope(db, `person/${person}`, (tx) =>
    tx
      .selectFrom('membership')
      .select('authority')
      .where('person', '=', person)
      .where('enterprise', '=', enterprise)
      .where('authority', '<>', authority)
      .where('standing', '=', 'pending')
      .orderBy('since', 'desc')
      .executeTakeFirst(),
  )
  if (!before || !isLocalCode(before.authority)) return
  const from: LocalCode = before.authority
  const typed = await inScope(db, `enterprise/${from}/${enterprise}`, (tx) => loadProfile(tx, from, enterprise))
  const rows = typed
    .filter((entry) => entry.person === person && entry.raw !== null)
    .map(({ path, raw, unit, source, datedOn }) => ({
      authority,
      enterprise,
      path,
      raw,
      unit,
      source,
      dated_on: datedOn,
      evidence: [],
      version: 1,
      person,
      at: acting.now,
    }))
  if (rows.length === 0) return
  await inScope(db, `enterprise/${authority}/${enterprise}`, async (tx) => {
    if ((await loadProfile(tx, authority, enterprise)).length > 0) return
    for (let start = 0; start < rows.length; start += CHUNK) {
      const some = rows.slice(start, start + CHUNK)
      await tx.insertInto('fact').values(some).execute()
      await tx
        .insertInto('fact_change')
        .values(some.map((row) => ({ ...row, id: acting.newId() })))
        .execute()
    }
  })
}
