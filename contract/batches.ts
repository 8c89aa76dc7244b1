import { z } from 'zod'
import { route } from './route.ts'
import { DayText, Id } from './scalars.ts'

const tags = ['批次']

/** A condition the batch's own notice adds to the standard; the firm declares it, the handler checks it. */
export const Overlay = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, '编号用小写字母、数字和连字符。'),
  text: z.string().trim().min(4, '请写明条件。').max(200),
  article: z.string().trim().min(2, '请写明依据。').max(60),
})

export const Batch = z.object({
  id: Id,
  documentNumber: z.string(),
  title: z.string(),
  tier: z.enum(['innovative', 'specialised', 'little-giant']),
  standard: z.string(),
  /** What the pinned edition is called, with its 文号 and, where there is one, the notice's. */
  standardTitle: z.string(),
  edition: z.string(),
  eligibility: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  localDueOn: z.string(),
  provinceDueOn: z.string(),
  correctionWorkdays: z.number(),
  noticeBasis: z.enum(['workday', 'calendar']),
  noticeDays: z.number(),
  overlay: z.array(z.object({ id: z.string(), text: z.string(), article: z.string() })),
  validFrom: z.string(),
  validTo: z.string(),
  status: z.enum(['proposed', 'open']),
  /** Today lies within the application period. */
  accepting: z.boolean(),
  /** What this person may do with the batch now. */
  available: z.array(z.enum(['open'])),
})
export type Batch = z.infer<typeof Batch>

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, '请从列出的版本中选择。')

export const BatchProposal = z.strictObject({
  documentNumber: z.string().trim().min(4, '请填写通知文号。').max(60),
  title: z.string().trim().min(4, '请填写批次名称。').max(100),
  tier: z.enum(['innovative']),
  /** Digest of the edition its cases are decided under; the one current on the opening day where left out (第八条). */
  edition: Digest.optional(),
  /** Digest of an overlay in force for that standard; none where left out. */
  overlayEdition: Digest.optional(),
  opensOn: DayText,
  closesOn: DayText,
  localDueOn: DayText,
  provinceDueOn: DayText,
  correctionWorkdays: z.int().min(1).max(60),
  noticeBasis: z.enum(['workday', 'calendar']),
  noticeDays: z.int().min(1).max(60),
  overlay: z.array(Overlay).max(20),
  validFrom: DayText,
  validTo: DayText,
})

const params = z.strictObject({ batch: Id })

export const batches = {
  list: route({
    method: 'GET',
    path: '/api/batches',
    summary: '批次列表（公众看到已开放的批次）',
    tags,
    who: 'anyone',
    response: z.object({
      batches: z.array(Batch),
      /** May this person propose a new batch? */
      mayPropose: z.boolean(),
      /** 第十二条: the year's obligation, with a warning where it is not met. */
      obligation: z.object({ year: z.number(), tier: z.string(), opened: z.number(), met: z.boolean() }),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/batches/:batch',
    summary: '一个批次',
    tags,
    who: 'anyone',
    params,
    response: Batch,
  }),
  propose: route({
    method: 'POST',
    path: '/api/batches',
    summary: '拟定批次（省级经办）',
    tags,
    who: ['officer'],
    body: BatchProposal,
    response: Batch,
    errors: ['batch.dates-disordered', 'batch.edition-not-offered', 'act.not-your-role'],
  }),
  open: route({
    method: 'POST',
    path: '/api/batches/:batch/opening',
    summary: '批准并开放批次（省级审批）',
    tags,
    who: ['officer'],
    params,
    response: Batch,
    errors: ['act.same-person', 'act.not-your-role', 'batch.already-open'],
  }),
}
