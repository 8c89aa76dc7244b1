import { type Kysely, sql, type Transaction } from 'kysely'
import type { Message } from '../../contract/inbox.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Acting } from '../journal/acting.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { messageWords } from './words.ts'

const PAGE_SIZE = 30

type Reader = Extract<Actor, { kind: 'officer' | 'firm' }>

const readerOf = (actor: Actor): Reader => {
  if (actor.kind !== 'officer' && actor.kind !== 'firm') throw new Refusal('session.not-admitted')
  return actor
}

/** The messages addressed to a reader: a firm's people all of the firm's, an officer those of their posts. */
const addressed = (tx: Transaction<Database>, reader: Reader) => {
  const messages = tx.selectFrom('inbox')
  if (reader.kind === 'firm')
    return messages.where('inbox.authority', '=', reader.authority).where('inbox.enterprise', '=', reader.enterprise)
  const posts = [...reader.roles, '-']
  if (reader.authority !== PROVINCE)
    return messages.where('inbox.authority', '=', reader.authority).where('inbox.role', 'in', posts)
  // The province reads its own, and what local authorities addressed to it.
  return messages.where((eb) =>
    eb.or([
      eb.and([eb('inbox.authority', '=', PROVINCE), eb('inbox.role', 'in', posts)]),
      eb(
        'inbox.role',
        'in',
        posts.map((post) => `province-${post}`),
      ),
    ]),
  )
}

const unreadBy = (tx: Transaction<Database>, reader: Reader) =>
  addressed(tx, reader).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('inbox_read')
          .select('inbox_read.message')
          .whereRef('inbox_read.authority', '=', 'inbox.authority')
          .whereRef('inbox_read.message', '=', 'inbox.id')
          .where('inbox_read.person', '=', reader.person),
      ),
    ),
  )

const count = sql<number>`count(*)::integer`

/** One page of a person's messages, the newest first, and how many they have not read. */
export const readInbox = async (db: Kysely<Database>, actor: Actor, page: number) => {
  const reader = readerOf(actor)
  return inScope(db, scopeOf(reader), async (tx) => {
    const { total } = await addressed(tx, reader).select(count.as('total')).executeTakeFirstOrThrow()
    const { unread } = await unreadBy(tx, reader).select(count.as('unread')).executeTakeFirstOrThrow()
    const rows = await addressed(tx, reader)
      .leftJoin('inbox_read', (join) =>
        join
          .onRef('inbox_read.authority', '=', 'inbox.authority')
          .onRef('inbox_read.message', '=', 'inbox.id')
          .on('inbox_read.person', '=', reader.person),
      )
      .selectAll('inbox')
      .select('inbox_read.at as read_at')
      .orderBy('inbox.at', 'desc')
      .orderBy('inbox.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute()
    const messages = rows.map((row): Message => {
      const { text, detail } = messageWords(row.topic, row.payload, reader.kind === 'firm' ? 'applicant' : 'official')
      return {
        authority: row.authority,
        id: row.id,
        at: row.at.toISOString(),
        text,
        detail: detail ?? null,
        subjectKind: row.subject_kind,
        subject: row.subject,
        read: row.read_at !== null,
      }
    })
    return { messages, unread, total, page, pageSize: PAGE_SIZE }
  })
}

/** Marks messages as read by this person alone; those not addressed to them are left out, those read before stay. */
export const markRead = async (
  db: Kysely<Database>,
  acting: Acting,
  messages: readonly string[],
): Promise<{ unread: number }> => {
  const reader = readerOf(acting.actor)
  return inScope(db, scopeOf(reader), async (tx) => {
    const own = await addressed(tx, reader)
      .select(['inbox.authority', 'inbox.id', 'inbox.enterprise'])
      .where('inbox.id', '=', sql<string>`any(${[...messages]}::uuid[])`)
      .execute()
    if (own.length > 0)
      await tx
        .insertInto('inbox_read')
        .values(
          own.map(({ authority, id, enterprise }) => ({
            authority,
            message: id,
            person: reader.person,
            enterprise,
            at: acting.now,
          })),
        )
        .onConflict((conflict) => conflict.columns(['authority', 'message', 'person']).doNothing())
        .execute()
    return unreadBy(tx, reader).select(count.as('unread')).executeTakeFirstOrThrow()
  })
}
