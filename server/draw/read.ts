import { type Kysely, sql } from 'kysely'
import { isFaithful } from '../../regime/draw/draw.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { getOfficer } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

/** How many firms are filed and wait for a draw, by batch; and the draws so far, newest first. */
export const readDraws = async (db: Kysely<Database>, actor: Actor) => {
  getOfficer(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const waiting = await tx
      .selectFrom('cases')
      .innerJoin('batch', 'batch.id', 'cases.batch')
      .where('cases.step', '=', 'filed')
      .groupBy(['batch.id', 'batch.title'])
      .select(['batch.id', 'batch.title'])
      .select(sql<number>`count(*)::integer`.as('firms'))
      .select(sql<number>`count(distinct cases.authority)::integer`.as('places'))
      .orderBy('batch.title')
      .execute()
    const draws = await tx
      .selectFrom('draw')
      .innerJoin('batch', 'batch.id', 'draw.batch')
      .selectAll('draw')
      .select('batch.title as batch_title')
      .orderBy('drawn_at', 'desc')
      .limit(100)
      .execute()
    return { waiting, draws }
  })
}

/** One draw with its whole list in its order, and whether drawing again from the record gives the same. */
export const getDraw = async (db: Kysely<Database>, actor: Actor, id: string) => {
  getOfficer(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const draw = await tx
      .selectFrom('draw')
      .innerJoin('batch', 'batch.id', 'draw.batch')
      .selectAll('draw')
      .select('batch.title as batch_title')
      .where('draw.id', '=', id)
      .executeTakeFirst()
    if (!draw) throw new Refusal('draw.not-found')
    const entries = await tx
      .selectFrom('draw_entry')
      .leftJoin('cases', (join) =>
        join.onRef('cases.id', '=', 'draw_entry.case_id').onRef('cases.authority', '=', 'draw_entry.case_authority'),
      )
      .selectAll('draw_entry')
      .select('cases.step')
      .where('draw_entry.authority', '=', draw.authority)
      .where('draw_entry.draw', '=', id)
      .orderBy('position')
      .execute()
    const drawn = entries.filter(({ rank }) => rank !== null).sort((a, b) => Number(a.rank) - Number(b.rank))
    const faithful = isFaithful({
      method: draw.method as 'tidu-draw-1',
      list: entries.map((entry) => entry.case_id),
      listDigest: draw.list_digest,
      seed: draw.seed,
      drawn: drawn.map((entry) => entry.case_id),
    })
    return { draw, entries, drawn, faithful }
  })
}
