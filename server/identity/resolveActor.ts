import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { LocalCode } from '../../regime/jurisdiction/authorities.ts'
import type { Database } from '../store/database.ts'
import type { SignedIn } from './findSession.ts'

/** A person's place in an enterprise. */
export interface Membership {
  readonly authority: LocalCode
  readonly role: 'owner' | 'member'
}

/** Looks up whether a person speaks for an enterprise; the enterprise noun supplies it. */
export type FindMembership = (
  db: Kysely<Database>,
  person: string,
  enterprise: string,
) => Promise<Membership | undefined>

/**
 * Who acts in a request: the account's own standing and, for a person without office, the enterprise the request names
 * if they speak for it. Nobody is two things at once: an officer never acts for a firm.
 */
export const resolveActor = async (
  db: Kysely<Database>,
  person: SignedIn | undefined,
  enterprise: string | undefined,
  findMembership: FindMembership,
): Promise<Actor> => {
  if (!person) return { kind: 'public' }
  if (person.office) return { kind: 'administrator', person: person.id, office: person.office }
  if (person.authority) return { kind: 'officer', person: person.id, authority: person.authority, roles: person.roles }
  const membership = enterprise === undefined ? undefined : await findMembership(db, person.id, enterprise)
  if (!membership || enterprise === undefined) return { kind: 'person', person: person.id }
  return { kind: 'firm', person: person.id, enterprise, ...membership }
}
