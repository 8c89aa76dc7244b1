import type { Kysely, Selectable, Transaction } from 'kysely'
import { performAct } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { getOfficer, getSigner } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { lockObjection } from './lock.ts'
import type { ObjectionTable } from './tables.ts'

export interface Confirmation {
  readonly objection: string
  readonly baseVersion: number
  readonly note?: string | undefined
}

/**
 * The approver, not the proposer, confirms the opinion on an objection (第七、十七条). Upheld: the firm leaves the notice
 * at once, the others stay, and its further open objections are settled with this one. Unfounded: the case goes on when
 * no other objection waits.
 */
export const confirmOpinion = async (
  db: Kysely<Database>,
  acting: Acting,
  request: Confirmation,
): Promise<{ status: string; step: string }> => {
  const { authority, person } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'objection.confirm', ...request }, async () => {
      const objection = await lockObjection(tx, authority, request.objection, request.baseVersion)
      const after = await performAct(tx, acting, {
        authority: objection.case_authority,
        id: objection.case_id,
        act: 'objection.confirm',
        payload: {
          objection: objection.id,
          ...(objection.outcome && { outcome: objection.outcome }),
          ...(objection.opinion && { opinion: objection.opinion }),
          ...(request.note !== undefined && { note: request.note }),
        },
      })
      const outcome = objection.outcome as 'upheld' | 'unfounded'
      const by = { decided_by: person, decided_by_name: await getSigner(tx, person) }
      const when = { decided_at: acting.now, decided_on: acting.today }
      await tx
        .updateTable('objection')
        .set({ ...by, ...when, status: outcome, seq: objection.seq + 1, version: objection.version + 1 })
        .where('authority', '=', authority)
        .where('id', '=', objection.id)
        .execute()
      await appendActs(tx, acting, [
        {
          authority,
          subjectKind: 'objection',
          subject: objection.id,
          subjectSeq: objection.seq + 1,
          act: 'objection.confirm',
          payload: { outcome, note: request.note },
        },
      ])
      if (outcome === 'upheld') await removeFromNotice(tx, acting, objection)
      return { status: outcome, step: after.step }
    }),
  )
}

/** Marks the firm as taken off, in the working list and in public, and settles what else was raised against it. */
const removeFromNotice = async (
  tx: Transaction<Database>,
  acting: Acting,
  { authority, id, notice, entry, case_id, opinion }: Selectable<ObjectionTable>,
): Promise<void> => {
  await tx
    .updateTable('list_entry')
    .set({ status: 'removed', note: opinion })
    .where('authority', '=', authority)
    .where('list', '=', notice)
    .where('id', '=', entry)
    .execute()
  await tx
    .updateTable('publication_entry')
    .set({ removed_on: acting.today })
    .where('authority', '=', authority)
    .where('publication', '=', notice)
    .where('id', '=', entry)
    .execute()
  const others = await tx
    .updateTable('objection')
    .set(({ eb }) => ({
      status: 'joined',
      decided_at: acting.now,
      decided_on: acting.today,
      seq: eb('seq', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('authority', '=', authority)
    .where('case_id', '=', case_id)
    .where('status', 'in', ['open', 'proposed'])
    .returning(['id', 'seq'])
    .execute()
  await appendActs(
    tx,
    acting,
    others.map((other) => ({
      authority,
      subjectKind: 'objection' as const,
      subject: other.id,
      subjectSeq: other.seq,
      act: 'objection.join',
      payload: { with: id },
    })),
  )
}
