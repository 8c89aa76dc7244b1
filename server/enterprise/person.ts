import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { personOf } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'

/** A person acting for themselves, at an authority's counter: an officer or administrator never does. */
export const getClaimant = (actor: Actor): string => {
  if (actor.kind !== 'person' && actor.kind !== 'firm') throw new Refusal('act.not-your-role')
  return actor.person
}

/** The id of whoever is signed in; the public is refused. */
export const getPerson = (actor: Actor): string => {
  const person = personOf(actor)
  if (person === undefined) throw new Refusal('session.required')
  return person
}

/** The name of a person's own account. */
export const ownName = (db: Kysely<Database>, person: string): Promise<string> =>
  inScope(db, `person/${person}`, async (tx) => {
    const account = await tx.selectFrom('account').select('name').where('id', '=', person).executeTakeFirst()
    if (!account) throw new Refusal('session.not-admitted')
    return account.name
  })
