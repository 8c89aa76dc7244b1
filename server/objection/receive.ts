import { type Kysely, sql, type Transaction } from 'kysely'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { performAct } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { tell } from '../journal/tell.ts'
import type { NoticeTerms } from '../list/tables.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { newReceipt } from './receipt.ts'

export interface NewObjection {
  readonly authority: AuthorityCode
  readonly notice: string
  /** The firm it is about, as an entry of the notice. */
  readonly entry: string
  readonly name: string
  readonly contact: string
  readonly reason: string
  /** Evidence uploaded for this notice; its ids are known to the objector alone. */
  readonly evidence?: readonly string[]
}

/**
 * Anyone objects, under real name, to a firm in a running notice (R9.10, 第十七条). Refuses outside the period
 * (`objection.period-over`) and against a firm no longer on the notice (`list.not-on-it`). Who objects goes into a table
 * of its own and nowhere else, the journal included.
 */
export const receiveObjection = async (
  db: Kysely<Database>,
  context: Acting,
  request: NewObjection,
): Promise<{ receipt: string; receivedAt: string }> => {
  // Whoever is signed in objects as a member of the public: it takes no post and gives none.
  const acting: Acting = { ...context, actor: { kind: 'public' } }
  const { authority, notice, entry, name, contact, reason } = request
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'objection.receive', ...request }, async () => {
      const row = await tx
        .selectFrom('list_entry')
        .innerJoin('list', (join) =>
          join.onRef('list.authority', '=', 'list_entry.authority').onRef('list.id', '=', 'list_entry.list'),
        )
        .selectAll('list_entry')
        .select(['list.terms', 'list.title'])
        .where('list_entry.authority', '=', authority)
        .where('list.authority', '=', authority)
        .where('list.id', '=', notice)
        .where('list.kind', '=', 'notice')
        .where('list.status', '=', 'approved')
        .where('list_entry.id', '=', entry)
        .executeTakeFirst()
      if (!row) throw new Refusal('notice.not-found')
      const { from, to } = row.terms as NoticeTerms
      if (acting.today < from || acting.today > to) throw new Refusal('objection.period-over', { from, to })
      if (row.status !== 'listed') throw new Refusal('list.not-on-it')
      const evidence = await givenEvidence(tx, request)
      const id = acting.newId()
      const receipt = newReceipt(authority, acting.random)
      await performAct(tx, acting, {
        authority: row.case_authority,
        id: row.case_id,
        act: 'objection.receive',
        payload: { objection: id },
      })
      await tx
        .insertInto('objection')
        .values({
          authority,
          id,
          receipt,
          notice,
          entry,
          case_authority: row.case_authority,
          case_id: row.case_id,
          enterprise_name: row.name,
          reason,
          evidence: evidence.map((piece) => piece.id),
          status: 'open',
          seq: 1,
          version: 1,
          received_at: acting.now,
          received_on: acting.today,
        })
        .execute()
      await tx.insertInto('objector').values({ authority, objection: id, name, contact }).execute()
      await appendActs(tx, acting, [
        {
          authority,
          subjectKind: 'objection',
          subject: id,
          subjectSeq: 1,
          act: 'objection.receive',
          payload: {
            notice,
            entry,
            case: row.case_id,
            receipt,
            evidence: evidence.map(({ sha256 }) => sha256),
          },
        },
      ])
      await tell(tx, acting, [
        {
          authority,
          role: 'handler',
          subjectKind: 'objection',
          subject: id,
          topic: 'objection.received',
          payload: { title: row.title, enterprise: row.name, receipt },
        },
      ])
      return { receipt, receivedAt: acting.now }
    }),
  )
}

/** The evidence given with an objection. Refuses any that was not uploaded for this notice (`evidence.not-found`). */
const givenEvidence = async (tx: Transaction<Database>, { authority, notice, evidence = [] }: NewObjection) => {
  if (evidence.length === 0) return []
  const given = await tx
    .selectFrom('evidence')
    .select(['id', 'sha256'])
    .where('authority', '=', authority)
    .where('owner_kind', '=', 'objection')
    .where('owner', '=', notice)
    .where('id', '=', sql<string>`any(${[...evidence]}::uuid[])`)
    .orderBy('uploaded_at')
    .execute()
  if (given.length !== new Set(evidence).size) throw new Refusal('evidence.not-found')
  return given
}
