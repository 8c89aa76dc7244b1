import type { Selectable } from 'kysely'
import type { DrawnFirm, DrawSummary, draws } from '../../contract/draws.ts'
import { type Step, stepEntry } from '../../regime/procedure/steps.ts'
import type { Handlers } from '../http/handling.ts'
import { getProvincialReader } from '../list/officer.ts'
import { getDraw, readDraws } from './read.ts'
import type { DrawTables } from './tables.ts'
import { takeDraw } from './take.ts'

const summaryOf = (row: Selectable<DrawTables['draw']> & { batch_title: string }): DrawSummary => ({
  id: row.id,
  batch: row.batch,
  batchTitle: row.batch_title,
  method: row.method,
  asked: row.asked,
  population: row.population,
  taken: row.taken,
  seed: row.seed,
  listDigest: row.list_digest,
  drawnBy: row.drawn_by_name,
  drawnAt: row.drawn_at.toISOString(),
})

const firmOf = (row: Selectable<DrawTables['draw_entry']> & { step: string | null }): DrawnFirm => ({
  position: row.position,
  rank: row.rank,
  authority: row.case_authority,
  case: row.case_id,
  name: row.name,
  uscc: row.uscc,
  label: row.step === null ? '' : stepEntry(row.step as Step).official,
})

/** The random draw for the provincial spot check (第九条 抽查). */
export const drawHandlers: Handlers<typeof draws> = {
  list: async (_, { db, actor }) => {
    const { roles } = getProvincialReader(actor)
    const { waiting, draws } = await readDraws(db, actor)
    return {
      waiting: waiting.map(({ id, ...rest }) => ({ batch: id, ...rest })),
      draws: draws.map(summaryOf),
      mayDraw: roles.includes('handler'),
    }
  },
  take: ({ body }, context) => takeDraw(context.db, context, body),
  get: async ({ params }, { db, actor }) => {
    getProvincialReader(actor)
    const { draw, entries, drawn, faithful } = await getDraw(db, actor, params.draw)
    return { ...summaryOf(draw), faithful, drawn: drawn.map(firmOf), list: entries.map(firmOf) }
  },
}
