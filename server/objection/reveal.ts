import type { Kysely } from 'kysely'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { getHandling } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { lockObjection } from './lock.ts'

export interface Look {
  readonly objection: string
  /** Why the officer needs to know, e.g. to ask the objector for a document. */
  readonly purpose: string
}

/**
 * Shows who objected to a handler or approver of the issuing authority, and puts the look on record with its purpose
 * (第十七条). The identity itself passes through no other table: not the journal, not the stored answers.
 */
export const revealObjector = async (
  db: Kysely<Database>,
  acting: Acting,
  { objection: id, purpose }: Look,
): Promise<{ name: string; contact: string }> => {
  const { authority } = getHandling(acting.actor)
  return inScope(db, scopeOf(acting.actor), async (tx) => {
    await once(tx, acting, authority, { verb: 'objection.reveal', objection: id, purpose }, async () => {
      const { seq } = await lockObjection(tx, authority, id)
      await tx
        .updateTable('objection')
        .set({ seq: seq + 1 })
        .where('authority', '=', authority)
        .where('id', '=', id)
        .execute()
      await appendActs(tx, acting, [
        {
          authority,
          subjectKind: 'objection',
          subject: id,
          subjectSeq: seq + 1,
          act: 'objection.reveal',
          payload: { purpose },
        },
      ])
      return {}
    })
    return tx
      .selectFrom('objector')
      .select(['name', 'contact'])
      .where('authority', '=', authority)
      .where('objection', '=', id)
      .executeTakeFirstOrThrow()
  })
}
