import type { Kysely } from 'kysely'
import { readUscc, type UsccReading } from '../../regime/profile/uscc-reading.ts'
import type { Database } from '../store/database.ts'
import { findEnterprise, findRegistration, type RegisteredEnterprise } from './find-registration.ts'

export interface LookedUp {
  readonly reading: UsccReading
  /** Set when a claim stands: the code belongs to an authority already. */
  readonly registered: RegisteredEnterprise | null
}

/** What the register of codes knows of a code as typed; a code that is wrong comes back with its reason. */
export const lookUpEnterprise = async (db: Kysely<Database>, typed: string): Promise<LookedUp> => {
  const reading = readUscc(typed)
  const known = await findRegistration(db, reading.uscc)
  const registered = known?.authority ? await findEnterprise(db, known.authority, reading.uscc) : undefined
  return { reading, registered: registered ?? null }
}
