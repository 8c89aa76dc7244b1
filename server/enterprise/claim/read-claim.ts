import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { type EvidenceItem, readEvidence } from '../evidence.ts'
import { getLocalOfficer } from '../officer.ts'
import type { ClaimTable } from '../tables.ts'
import { isDispute } from './lock.ts'

type Claim = Selectable<ClaimTable>

/** One side: who asks or asked to speak for the firm, and on what papers. */
const sideOf = (claim: Claim, evidence: ReadonlyMap<string, EvidenceItem>) => {
  const items = (ids: readonly string[]) => ids.flatMap((id) => evidence.get(id) ?? [])
  return {
    claim: claim.id,
    seq: claim.seq,
    person: claim.person,
    name: claim.person_name,
    position: claim.position,
    phone: claim.phone,
    statement: claim.statement,
    status: claim.status,
    since: claim.since.toISOString(),
    licence: items(claim.licence),
    letter: items(claim.letter),
    answer:
      claim.answered_at === null
        ? null
        : {
            text: claim.answer ?? '',
            by: claim.answered_by_name ?? '',
            at: claim.answered_at.toISOString(),
            evidence: items(claim.answer_evidence ?? []),
          },
    outcome: claim.outcome,
    formerOwners: claim.former_owners,
    reasons: [...(claim.reasons ?? [])],
    proposedBy: claim.proposed_by,
    proposedByName: claim.proposed_by_name,
    proposedAt: claim.proposed_at?.toISOString() ?? null,
    sendBackNote: claim.send_back_note,
    decidedByName: claim.decided_by_name,
    decidedAt: claim.decided_at?.toISOString() ?? null,
  }
}

/**
 * A claim as the officer decides it: the firm, the claimant's papers, and everyone else who speaks or asks to speak for
 * it with theirs, so that both sides stand side by side.
 */
export const readClaim = async (db: Kysely<Database>, actor: Actor, id: string) => {
  const { authority } = getLocalOfficer(actor)
  return inScope(db, authorityScope(authority), async (tx) => {
    const asked = await tx
      .selectFrom('claim')
      .select('enterprise')
      .where('authority', '=', authority)
      .where('id', '=', id)
      .where('status', '<>', 'draft')
      .executeTakeFirst()
    if (!asked) throw new Refusal('claim.not-found')
    const enterprise = await tx
      .selectFrom('enterprise')
      .selectAll()
      .where('authority', '=', authority)
      .where('id', '=', asked.enterprise)
      .executeTakeFirstOrThrow()
    const claims = await tx
      .selectFrom('claim')
      .selectAll()
      .where('authority', '=', authority)
      .where('enterprise', '=', asked.enterprise)
      .where('status', '<>', 'draft')
      .orderBy('since')
      .execute()
    const owners = await tx
      .selectFrom('membership')
      .select(['person', 'person_name', 'since'])
      .where('authority', '=', authority)
      .where('enterprise', '=', asked.enterprise)
      .where('role', '=', 'owner')
      .where('standing', '=', 'confirmed')
      .where('ended_at', 'is', null)
      .orderBy('since')
      .execute()
    const evidence = await readEvidence(
      tx,
      authority,
      claims.flatMap(({ licence, letter, answer_evidence }) => [...licence, ...letter, ...(answer_evidence ?? [])]),
    )
    const sides = claims.map((claim) => sideOf(claim, evidence))
    const claim = sides.find((side) => side.claim === id) as (typeof sides)[number]
    const sitting = owners
      .filter(({ person }) => person !== claim.person)
      .map(({ person, person_name, since }) => ({
        person,
        name: person_name,
        since: since.toISOString(),
        /** The claim by which they came to speak for the firm; null when an owner invited them. */
        claim: sides.findLast((side) => side.person === person && side.status === 'confirmed') ?? null,
      }))
    const rivals = sides.filter(
      (side) => side.claim !== id && (side.status === 'waiting' || side.status === 'proposed'),
    )
    return {
      enterprise: {
        id: enterprise.id,
        name: enterprise.name,
        uscc: enterprise.uscc,
        usccConfirmed: enterprise.uscc_confirmed,
        registeredAt: enterprise.registered_at.toISOString(),
      },
      claim,
      owners: sitting,
      rivals,
      earlier: sides.filter((side) => side.claim !== id && (side.status === 'refused' || side.status === 'withdrawn')),
      dispute: isDispute({ owners: sitting, rivals: rivals.map((side) => side.claim) }),
    }
  })
}
