import { type Kysely, sql, type Transaction } from 'kysely'
import type { Calendar } from '../../regime/calendar/calendar.ts'
import { addWorkdays } from '../../regime/calendar/period.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { readyStep } from './act.ts'
import { getOfficer } from './officer.ts'
import type { Contact, ListKind, NoticeTerms } from './tables.ts'

/** More than one list may hold; the rest follow on the next. */
const MOST = 12_000

/** What a handler needs to make a list of a kind: the batches with cases ready, the cases of one, and what to begin with. */
export const readReady = async (
  db: Kysely<Database>,
  calendar: Calendar,
  actor: Actor,
  today: Day,
  asked: { readonly kind: ListKind; readonly batch?: string | undefined },
) => {
  const { authority } = getOfficer(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const all = tx.selectFrom('cases').where('cases.step', '=', readyStep(asked.kind, authority))
    const ready = authority === PROVINCE ? all : all.where('cases.authority', '=', authority)
    const batches = await ready
      .innerJoin('batch', 'batch.id', 'cases.batch')
      .groupBy(['batch.id', 'batch.title', 'batch.document_number'])
      .select(['batch.id', 'batch.title', 'batch.document_number as documentNumber'])
      .select(sql<number>`count(*)::integer`.as('firms'))
      .orderBy('batch.title')
      .execute()
    const chosen = batches.find(({ id }) => id === asked.batch) ?? batches[0]
    const sentBack = await latestSentBack(tx, authority, asked.kind)
    const contact = await latestContact(tx, authority)
    const suggestedFrom = addWorkdays(calendar, today, 1).day
    if (!chosen) return { batches, batch: null, cases: [], suggestedFrom, contact, sentBack }
    const batch = await tx
      .selectFrom('batch')
      .select(['id', 'title', 'document_number', 'notice_basis', 'notice_days', 'valid_from', 'valid_to'])
      .where('id', '=', chosen.id)
      .executeTakeFirstOrThrow()
    const cases = await ready
      .where('cases.batch', '=', chosen.id)
      .select(['authority', 'id', 'enterprise_name as name', 'uscc', 'since'])
      .select(['score_min as scoreMin', 'score_max as scoreMax'])
      .orderBy('authority')
      .orderBy('since')
      .orderBy('enterprise_name')
      .limit(MOST)
      .execute()
    return {
      batches,
      batch: {
        id: batch.id,
        title: batch.title,
        documentNumber: batch.document_number,
        noticeBasis: batch.notice_basis,
        noticeDays: batch.notice_days,
        validFrom: batch.valid_from,
        validTo: batch.valid_to,
      },
      cases,
      suggestedFrom,
      contact,
      sentBack,
    }
  })
}

const latestContact = async (tx: Transaction<Database>, authority: string): Promise<Contact | null> => {
  const row = await tx
    .selectFrom('list')
    .select('terms')
    .where('authority', '=', authority)
    .where('kind', '=', 'notice')
    .orderBy('prepared_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.terms as NoticeTerms).contact : null
}

/** The latest list of the kind, where it is one that was sent back: its handler should read why before making another. */
const latestSentBack = async (tx: Transaction<Database>, authority: string, kind: ListKind) => {
  const row = await tx
    .selectFrom('list')
    .select(['id', 'title', 'note', 'status'])
    .where('authority', '=', authority)
    .where('kind', '=', kind)
    .orderBy('prepared_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row?.status !== 'sent-back') return null
  const entries = await tx
    .selectFrom('list_entry')
    .select('case_id')
    .where('authority', '=', authority)
    .where('list', '=', row.id)
    .execute()
  return { title: row.title, note: row.note ?? '', cases: entries.map(({ case_id }) => case_id) }
}
