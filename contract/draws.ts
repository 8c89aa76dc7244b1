import { z } from 'zod'
import { route } from './route.ts'
import { Id } from './scalars.ts'

const tags = ['抽取']

const Asked = z.union([
  z.strictObject({ count: z.int().min(1, '至少抽取 1 家。').max(100_000) }),
  z.strictObject({ percent: z.int().min(1, '比例为 1 至 100 的整数。').max(100, '比例为 1 至 100 的整数。') }),
])

export const DrawSummary = z.object({
  id: Id,
  batch: Id,
  batchTitle: z.string(),
  method: z.string(),
  asked: z.union([z.object({ count: z.number() }), z.object({ percent: z.number() })]),
  population: z.number(),
  taken: z.number(),
  seed: z.string(),
  listDigest: z.string(),
  drawnBy: z.string(),
  drawnAt: z.string(),
})
export type DrawSummary = z.infer<typeof DrawSummary>

const DrawnFirm = z.object({
  position: z.number(),
  /** Place in the order drawn, from 1; null where not drawn. */
  rank: z.number().nullable(),
  authority: z.string(),
  case: Id,
  name: z.string(),
  uscc: z.string(),
  /** Where the case stands now, in the officials' words. */
  label: z.string(),
})
export type DrawnFirm = z.infer<typeof DrawnFirm>

export const draws = {
  list: route({
    method: 'GET',
    path: '/api/draws',
    summary: '待抽取的批次和抽取记录',
    tags,
    who: ['officer'],
    response: z.object({
      waiting: z.array(z.object({ batch: Id, title: z.string(), firms: z.number(), places: z.number() })),
      draws: z.array(DrawSummary),
      mayDraw: z.boolean(),
    }),
    errors: ['act.not-your-jurisdiction'],
  }),
  take: route({
    method: 'POST',
    path: '/api/draws',
    summary: '省级经办：从已备案企业中随机抽取',
    tags,
    who: ['officer'],
    body: z.strictObject({ batch: Id, asked: Asked }),
    response: z.object({ id: Id, population: z.number(), taken: z.number() }),
    errors: ['draw.nothing-filed', 'draw.bad-count', 'act.not-your-role', 'act.not-your-jurisdiction'],
  }),
  get: route({
    method: 'GET',
    path: '/api/draws/:draw',
    summary: '一次抽取的全部记录，可以复算',
    tags,
    who: ['officer'],
    params: z.strictObject({ draw: Id }),
    response: DrawSummary.extend({
      /** Drawing again from the record just now gave the same result. */
      faithful: z.boolean(),
      drawn: z.array(DrawnFirm),
      /** The list as it was fixed: case ids in order, with the firm each stands for. */
      list: z.array(DrawnFirm),
    }),
    errors: ['draw.not-found', 'act.not-your-jurisdiction'],
  }),
}
