import type { Kysely } from 'kysely'
import { DRAW_METHOD, draw, drawCount } from '../../regime/draw/draw.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { getProvincial, getSigner } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import type { DrawAsked } from './tables.ts'

export interface DrawRequest {
  readonly batch: string
  readonly asked: DrawAsked
}

const CHUNK = 1000
const SEED_BYTES = 32

/**
 * A provincial handler draws from everything filed in a batch (B5, 第九条 抽查): the list is fixed first, then the seed
 * comes from the server's random source, and both stand on record with the result (docs/draw.md). Firms drawn go to the
 * spot check, the others on to the provincial notice. Refuses an empty batch (`draw.nothing-filed`).
 */
export const takeDraw = async (
  db: Kysely<Database>,
  acting: Acting,
  request: DrawRequest,
): Promise<{ id: string; population: number; taken: number }> => {
  const { authority, person } = getProvincial(acting.actor, 'handler')
  const { batch, asked } = request
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'draw.take', ...request }, async () => {
      const filed = await tx
        .selectFrom('cases')
        .select(['authority', 'id', 'enterprise_name', 'uscc'])
        .where('batch', '=', batch)
        .where('step', '=', 'filed')
        .execute()
      if (filed.length === 0) throw new Refusal('draw.nothing-filed')
      const count = 'count' in asked ? asked.count : drawCount(filed.length, asked.percent)
      const seed = Buffer.from(acting.random(SEED_BYTES)).toString('hex')
      const ids = filed.map((one) => one.id)
      const { list, listDigest, drawn } = draw(ids, seed, count)
      const rank = new Map(drawn.map((id, index) => [id, index + 1]))
      const id = acting.newId()
      await performActs(
        tx,
        acting,
        filed.map((one) => ({
          authority: one.authority,
          id: one.id,
          act: 'draw.take' as const,
          payload: { draw: id, drawn: rank.has(one.id) },
        })),
      )
      const record = { method: DRAW_METHOD, asked, population: filed.length, taken: drawn.length, seed }
      await tx
        .insertInto('draw')
        .values({
          ...record,
          authority,
          id,
          batch,
          asked: JSON.stringify(asked),
          list_digest: listDigest,
          drawn_by: person,
          drawn_by_name: await getSigner(tx, person),
          drawn_at: acting.now,
          drawn_on: acting.today,
        })
        .execute()
      const byId = new Map(filed.map((one) => [one.id, one]))
      const rows = list.flatMap((caseId, index) => {
        const one = byId.get(caseId)
        if (!one) return []
        const { authority: case_authority, enterprise_name: name, uscc } = one
        return [
          {
            authority,
            draw: id,
            position: index + 1,
            case_authority,
            case_id: caseId,
            name,
            uscc,
            rank: rank.get(caseId) ?? null,
          },
        ]
      })
      for (let from = 0; from < rows.length; from += CHUNK)
        await tx
          .insertInto('draw_entry')
          .values(rows.slice(from, from + CHUNK))
          .execute()
      await appendActs(tx, acting, [
        {
          authority,
          subjectKind: 'draw',
          subject: id,
          subjectSeq: 1,
          act: 'draw.take',
          payload: { batch, ...record, listDigest, drawn },
        },
      ])
      return { id, population: filed.length, taken: drawn.length }
    }),
  )
}
