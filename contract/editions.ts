import { z } from 'zod'
import { differenceSections } from '../regime/evaluation/difference/difference.ts'
import type { StandardInWords } from '../regime/evaluation/reading/standard-in-words.ts'
import { editionActs, editionStatuses } from '../regime/procedure/edition.ts'
import { route } from './route.ts'
import { DayText, Id } from './scalars.ts'

const tags = ['标准版本']
const officer = ['officer'] as const

/** An uploaded edition by its id, an edition of the house by the hex digits of its digest. */
export const EditionKey = z
  .string()
  .regex(/^(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, '编号格式不正确。')
const params = z.strictObject({ edition: EditionKey })
/** Acts are on what was handed in; an edition of the house has none. */
const handedIn = z.strictObject({ edition: Id })

const tiers = ['innovative', 'specialised', 'little-giant', 'eligibility', 'overlay'] as const

export const EditionSummary = z.object({
  key: z.string(),
  kind: z.enum(['standard', 'overlay']),
  /** Id its document gives itself. */
  id: z.string(),
  tier: z.enum(tiers),
  title: z.string(),
  instrument: z.string(),
  /** `sha256:…`; what batches pin. */
  digest: z.string(),
  /** Standards an overlay may be put upon. */
  upon: z.array(z.string()),
  from: z.string(),
  to: z.string().nullable(),
  /** First opening day of the batches that may choose it; null while it is not in force. */
  effectiveOn: z.string().nullable(),
  status: z.enum(editionStatuses),
  /** Of one in force, on the day of the request: the current one of its tier, superseded, over, or yet to begin. */
  state: z.enum(['current', 'superseded', 'over', 'coming']).nullable(),
  /** Shipped with the program rather than handed in here. */
  house: z.boolean(),
})
export type EditionSummary = z.infer<typeof EditionSummary>

const Side = z.object({ text: z.string(), cite: z.string().nullable() })

/** One thing in which two editions differ, in words with the citation of both. */
export const EditionDifference = z.object({
  section: z.enum(differenceSections),
  place: z.string(),
  matter: z.string(),
  direction: z.enum(['stricter', 'looser', 'neutral']),
  before: Side.nullable(),
  after: Side.nullable(),
  sentence: z.string(),
})
export type EditionDifference = z.infer<typeof EditionDifference>

/** A comparison: what with, and every difference; `with` null where there is nothing to compare with. */
export const Comparison = z.object({ with: EditionSummary.nullable(), differences: z.array(EditionDifference) })

/** A standard read out; the tree of regime/evaluation/reading/standard-in-words.ts. */
const InWords = z.unknown() as unknown as z.ZodType<StandardInWords>

const File = z.strictObject({
  name: z.string().trim().min(1, '请填写文件名。').max(80, '文件名过长。'),
  text: z.string().min(1, '文件是空的。').max(200_000, '文件过大：至多 20 万字。'),
})
const files = z.array(File).min(1, '请选择文件，或粘贴文件内容。').max(12, '一次至多 12 个文件。')

export const EditionFinding = z.object({ file: z.string(), line: z.number(), sentence: z.string() })
export type EditionFinding = z.infer<typeof EditionFinding>

const Checked = z.object({
  findings: z.array(EditionFinding),
  editions: z.array(
    z.object({
      file: z.string(),
      kind: z.enum(['standard', 'overlay']),
      id: z.string(),
      title: z.string(),
      tier: z.enum(tiers),
      digest: z.string(),
      words: InWords,
      comparison: Comparison,
    }),
  ),
})

const Act = z.object({
  label: z.string(),
  at: z.string(),
  by: z.string(),
  words: z.array(z.string()),
})

const words = (what: string) => z.string().trim().min(4, `请写明${what}（不少于 4 个字）。`).max(1000)

export const editions = {
  list: route({
    method: 'GET',
    path: '/api/editions',
    summary: '标准和附加条件的各版本（公众看到已施行的）',
    tags,
    who: 'anyone',
    response: z.object({
      editions: z.array(EditionSummary),
      mayHandIn: z.boolean(),
      /** How many wait for this person's approval. */
      toDecide: z.number(),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/editions/:edition',
    summary: '一个版本：逐条内容、与上一版的差异、文件原文、办理经过',
    tags,
    who: 'anyone',
    params,
    response: z.object({
      edition: EditionSummary,
      /** The standard read out; an overlay together with each standard it is put upon. */
      readings: z.array(z.object({ upon: EditionSummary.nullable(), words: InWords, comparison: Comparison })),
      /** As handed in, or as the program ships them: a new edition may begin from these. */
      files: z.array(z.object({ name: z.string(), text: z.string() })),
      note: z.string().nullable(),
      reasons: z.string().nullable(),
      acts: z.array(Act),
      seq: z.number(),
      available: z.array(z.enum(editionActs)),
      /** Earliest day it can be put in force from. */
      earliest: z.string(),
    }),
    errors: ['edition.not-found'],
  }),
  compare: route({
    method: 'GET',
    path: '/api/editions/:edition/comparison',
    summary: '两个版本的差异，逐条写明双方依据',
    tags,
    who: 'anyone',
    params,
    query: z.strictObject({ with: EditionKey }),
    response: z.object({ edition: EditionSummary, comparison: Comparison }),
    errors: ['edition.not-found'],
  }),
  offered: route({
    method: 'GET',
    path: '/api/edition-choices',
    summary: '某日开始的批次可以选用的标准版本和附加条件',
    tags,
    who: officer,
    query: z.strictObject({ tier: z.enum(['innovative', 'specialised', 'little-giant']), on: DayText }),
    response: z.object({ standards: z.array(EditionSummary), overlays: z.array(EditionSummary) }),
    errors: ['act.not-your-role', 'act.not-your-jurisdiction'],
  }),
  check: route({
    method: 'POST',
    path: '/api/edition-checks',
    summary: '试装入文件，列出发现的问题和与现行版本的差异，不保存',
    tags,
    who: officer,
    limit: 4 * 1024 * 1024,
    body: z.strictObject({ files }),
    response: Checked,
    errors: ['act.not-your-role', 'act.not-your-jurisdiction'],
  }),
  handIn: route({
    method: 'POST',
    path: '/api/editions',
    summary: '提交新版本或附加条件，报审批（省级经办）',
    tags,
    who: officer,
    limit: 4 * 1024 * 1024,
    body: z.strictObject({ files, note: words('提交的依据和说明') }),
    response: z.object({ editions: z.array(z.string()) }),
    errors: ['edition.faulty', 'edition.conflict', 'edition.exists', 'act.not-your-role', 'act.not-your-jurisdiction'],
  }),
  enforce: route({
    method: 'POST',
    path: '/api/editions/:edition/entry-into-force',
    summary: '批准，自某日起供新批次使用（省级审批）',
    tags,
    who: officer,
    params: handedIn,
    body: z.strictObject({ effectiveOn: DayText, baseSeq: z.int().min(1) }),
    response: EditionSummary,
    errors: [
      'act.same-person',
      'act.not-your-role',
      'act.not-your-jurisdiction',
      'act.stale',
      'edition.decided',
      'edition.conflict',
      'edition.day-passed',
      'edition.not-found',
    ],
  }),
  reject: route({
    method: 'POST',
    path: '/api/editions/:edition/rejection',
    summary: '不予批准，写明理由（省级审批）',
    tags,
    who: officer,
    params: handedIn,
    body: z.strictObject({ reasons: words('不予批准的理由'), baseSeq: z.int().min(1) }),
    response: EditionSummary,
    errors: [
      'act.same-person',
      'act.not-your-role',
      'act.not-your-jurisdiction',
      'act.stale',
      'edition.decided',
      'edition.not-found',
    ],
  }),
  withdraw: route({
    method: 'POST',
    path: '/api/editions/:edition/withdrawal',
    summary: '撤回自己提交、尚未审批的版本（省级经办）',
    tags,
    who: officer,
    params: handedIn,
    body: z.strictObject({ baseSeq: z.int().min(1) }),
    response: EditionSummary,
    errors: [
      'edition.not-yours',
      'act.not-your-role',
      'act.not-your-jurisdiction',
      'act.stale',
      'edition.decided',
      'edition.not-found',
    ],
  }),
}
export type EditionDetail = z.infer<(typeof editions)['get']['response']>
