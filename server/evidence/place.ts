import { sql } from 'kysely'
import type { EvidenceOwner } from '../../contract/evidence.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { findMembership } from '../enterprise/resolve.ts'
import type { Context } from '../http/context.ts'
import { authorityScope, inScope, type Scope } from '../store/scope.ts'
import type { OwnerKind } from './tables.ts'

/** Where a piece of evidence belongs, and who puts it there in which scope. */
export interface Place {
  readonly authority: AuthorityCode
  readonly ownerKind: OwnerKind
  readonly owner: string
  readonly scope: Scope
  readonly uploader: string
  readonly uploaderName: string | null
}

const notYours = (): Refusal => new Refusal('evidence.not-your-place')

/**
 * The place a file is uploaded for, if this person may put it there: a firm's people for the firm, a claimant for their
 * own open claim, officers for their own office, and anyone for an objection while the notice runs. An objector is known
 * by the id of the upload even when signed in, so that no account is tied to an objection (第十七条).
 */
export const placeOf = async (context: Context, owner: EvidenceOwner, upload: string): Promise<Place> => {
  const { actor, db } = context
  if (owner.kind === 'objection') {
    await demandRunning(context, owner.authority, owner.notice)
    const { authority, notice } = owner
    const scope: Scope = `person/${upload}`
    return { authority, ownerKind: 'objection', owner: notice, scope, uploader: upload, uploaderName: null }
  }
  if (!context.person || !('person' in actor)) throw new Refusal('session.required')
  const { id: uploader, name: uploaderName } = context.person
  if (owner.kind === 'office') {
    if (actor.kind !== 'officer' || !actor.roles.some((role) => role !== 'leader')) throw notYours()
    const { authority } = actor
    const scope = authorityScope(authority)
    return { authority, ownerKind: 'office', owner: owner.subject, scope, uploader, uploaderName }
  }
  if (actor.kind !== 'person' && actor.kind !== 'firm') throw notYours()
  if (owner.kind === 'enterprise') {
    const { enterprise } = owner
    const membership = await findMembership(db, uploader, enterprise)
    if (!membership) throw notYours()
    const { authority } = membership
    const scope: Scope = `enterprise/${authority}/${enterprise}`
    return { authority, ownerKind: 'enterprise', owner: enterprise, scope, uploader, uploaderName }
  }
  const { authority, claim } = owner
  const scope: Scope = `person/${uploader}`
  const { rows } = await inScope(db, scope, (tx) =>
    sql`select id from claim where authority = ${authority} and id = ${claim} and person = ${uploader}
      and status in ('draft', 'waiting', 'proposed')`.execute(tx),
  )
  if (rows.length === 0) throw notYours()
  return { authority, ownerKind: 'claim', owner: claim, scope, uploader, uploaderName }
}

const demandRunning = async ({ db, today }: Context, authority: AuthorityCode, notice: string): Promise<void> => {
  const { rows } = await inScope(db, 'public', (tx) =>
    sql<{ running: boolean }>`select ${today}::date between starts_on and ends_on as running from publication
      where authority = ${authority} and id = ${notice} and kind = 'notice'`.execute(tx),
  )
  if (rows[0] === undefined) throw notYours()
  if (!rows[0].running) throw new Refusal('objection.period-over')
}
