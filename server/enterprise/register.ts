import type { Kysely, Transaction } from 'kysely'
import type { LocalCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { readUscc } from '../../regime/profile/uscc-reading.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { findRegistration } from './find-registration.ts'
import { lockEnterprise, nextSeq } from './lock.ts'
import { getClaimant } from './person.ts'

export interface RegistrationRequest {
  /** As typed. */
  readonly uscc: string
  /** The firm's own choice (属地原则): never derived from the code. */
  readonly authority: LocalCode
  /** Name as on the licence. */
  readonly name: string
}

export interface Registered {
  readonly enterprise: string
  readonly authority: LocalCode
  readonly uscc: string
}

/**
 * Enters an enterprise at the authority its person chose (第九条: 属地原则). It gives nobody a right yet: that is what a
 * claim is for. A code that breaks GB 32100 is accepted only when that authority has admitted exactly it. Registering
 * what is registered there already gives it again, with the name mended while nobody's claim stands; a code with a standing claim elsewhere is `enterprise.elsewhere`.
 */
export const registerEnterprise = async (
  db: Kysely<Database>,
  acting: Acting,
  request: RegistrationRequest,
): Promise<Registered> => {
  const person = getClaimant(acting.actor)
  const { authority, name } = request
  const { uscc, problem } = readUscc(request.uscc)
  const known = await findRegistration(db, uscc)
  if (known?.authority && known.authority !== authority)
    throw new Refusal('enterprise.elsewhere', { authority: known.authority })
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'enterprise.register', person, uscc, name }, async () => {
      const confirmed = problem !== undefined && (await isAdmitted(tx, authority, uscc))
      if (problem && !confirmed) throw new Refusal('uscc.invalid', { uscc, ...problem })
      const enterprise = await enterDirectory(tx, acting, uscc)
      const fresh = await tx
        .insertInto('enterprise')
        .values({
          authority,
          id: enterprise,
          uscc,
          uscc_confirmed: confirmed,
          name,
          registered_by: person,
          registered_at: acting.now,
          seq: 1,
        })
        .onConflict((conflict) => conflict.columns(['authority', 'id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!fresh) await correctName(tx, acting, authority, enterprise, name)
      else
        await appendActs(tx, acting, [
          {
            authority,
            subjectKind: 'enterprise',
            subject: enterprise,
            subjectSeq: 1,
            enterprise,
            act: 'enterprise.register',
            payload: { uscc, name, usccConfirmed: confirmed },
          },
        ])
      return { enterprise, authority, uscc }
    }),
  )
}

/**
 * A name mistyped at registration is mended by registering again, as long as nobody's claim stands on it. Afterwards a
 * change of name is a major change of the firm (第十五条) and takes another way.
 */
const correctName = async (
  tx: Transaction<Database>,
  acting: Acting,
  authority: LocalCode,
  id: string,
  name: string,
): Promise<void> => {
  const enterprise = await lockEnterprise(tx, authority, id)
  if (enterprise.name === name || enterprise.claimed_at !== null) return
  const standing = await tx
    .selectFrom('claim')
    .select('id')
    .where('authority', '=', authority)
    .where('enterprise', '=', id)
    .where('status', 'in', ['waiting', 'proposed'])
    .executeTakeFirst()
  if (standing) return
  const subjectSeq = await nextSeq(tx, enterprise)
  await tx.updateTable('enterprise').set({ name }).where('authority', '=', authority).where('id', '=', id).execute()
  await tx
    .updateTable('claim')
    .set({ enterprise_name: name })
    .where('authority', '=', authority)
    .where('enterprise', '=', id)
    .where('status', '=', 'draft')
    .execute()
  await appendActs(tx, acting, [
    {
      authority,
      subjectKind: 'enterprise',
      subject: id,
      subjectSeq,
      enterprise: id,
      act: 'enterprise.correct-name',
      payload: { from: enterprise.name, to: name },
    },
  ])
}

/** The id of the enterprise with this code; entered now if nobody knew the code. */
const enterDirectory = async (tx: Transaction<Database>, acting: Acting, uscc: string): Promise<string> => {
  await tx
    .insertInto('enterprise_directory')
    .values({ uscc, authority: null, enterprise: acting.newId(), registered_at: acting.now })
    .onConflict((conflict) => conflict.column('uscc').doNothing())
    .execute()
  const row = await tx
    .selectFrom('enterprise_directory')
    .select('enterprise')
    .where('uscc', '=', uscc)
    .executeTakeFirst()
  // Row security hides the entry when a claim at another authority came to stand in the meantime.
  if (!row) throw new Refusal('enterprise.elsewhere')
  return row.enterprise
}

const isAdmitted = async (tx: Transaction<Database>, authority: string, uscc: string): Promise<boolean> => {
  const admission = await tx
    .selectFrom('uscc_admission')
    .select('id')
    .where('authority', '=', authority)
    .where('uscc', '=', uscc)
    .where('status', '=', 'confirmed')
    .executeTakeFirst()
  return admission !== undefined
}
