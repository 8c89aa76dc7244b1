import { z } from 'zod'
import { PHONE } from './phone.ts'
import { route } from './route.ts'
import { AuthorityText, DayText, Id, queryInteger } from './scalars.ts'

const tags = ['名单']

export const listKinds = ['notice', 'filing', 'announcement'] as const
export const ListKind = z.enum(listKinds)
export type ListKind = z.infer<typeof ListKind>

/** Trimmed words of a length people can read in a list. */
export const words = (what: string, min: number, max: number) =>
  z.string().trim().min(min, `请填写${what}（不少于 ${min} 字）。`).max(max, `${what}不超过 ${max} 字。`)

/** What an officer says when taking a firm off or sending a list back; the handler reads it. */
export const Note = words('意见', 2, 500)

/** Where the public reaches the issuing office. */
export const Contact = z.strictObject({
  phone: z.string().trim().regex(PHONE, '请填写联系电话，例如 0379-60000000。'),
  email: z.email('请填写完整的电子邮箱。').max(100).optional(),
  address: words('通讯地址', 4, 100).optional(),
})
export type Contact = z.infer<typeof Contact>

/** Cases chosen for a list, each once. */
export const ChosenCases = z
  .array(z.strictObject({ authority: AuthorityText, id: Id }))
  .min(1, '请至少选择一家企业。')
  .max(12_000, '一份名单不超过 12000 家企业。')
  .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, '同一家企业选了两次。')

export const NoticeTerms = z.object({
  from: z.string(),
  to: z.string(),
  basis: z.enum(['workday', 'calendar']),
  days: z.number(),
  counted: z.number(),
  provisional: z.boolean(),
  because: z.string().optional(),
  override: z.object({ reason: z.string(), computed: z.object({ from: z.string(), to: z.string() }) }).optional(),
  contact: z.object({ phone: z.string(), email: z.string().optional(), address: z.string().optional() }),
})
export type NoticeTerms = z.infer<typeof NoticeTerms>

export const AnnouncementTerms = z.object({
  documentNumber: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  validityReason: z.string().optional(),
})
export type AnnouncementTerms = z.infer<typeof AnnouncementTerms>

/** A list in one line. */
export const ListSummary = z.object({
  authority: z.string(),
  id: Id,
  kind: ListKind,
  batch: Id,
  batchTitle: z.string(),
  title: z.string(),
  status: z.enum(['waiting', 'sent-back', 'approved']),
  /** Firms on it now. */
  firms: z.number(),
  preparedBy: z.string(),
  preparedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  note: z.string().nullable(),
  notice: NoticeTerms.nullable(),
  announcement: AnnouncementTerms.nullable(),
  /** The declaration of truthfulness as made with a filing. */
  declaration: z.string().nullable(),
})
export type ListSummary = z.infer<typeof ListSummary>

/** A firm on a list, with what the declaration rests on. */
export const ListEntry = z.object({
  id: Id,
  position: z.number(),
  authority: z.string(),
  case: Id,
  name: z.string(),
  uscc: z.string(),
  status: z.enum(['listed', 'unlisted', 'removed']),
  note: z.string().nullable(),
  step: z.string(),
  scoreMin: z.number().nullable(),
  scoreMax: z.number().nullable(),
  visitOn: z.string().nullable(),
  verifiers: z.array(z.string()),
})
export type ListEntry = z.infer<typeof ListEntry>

export const ListDetail = ListSummary.extend({
  seq: z.number(),
  entries: z.array(ListEntry),
  /** Acts of the procedure's table this person may perform with the list now. */
  available: z.array(z.object({ act: z.string(), label: z.string(), article: z.string() })),
  /** Waits for this person's own other half: they prepared it and cannot approve it (第七条). */
  ownWork: z.boolean(),
  /** The words an approver declares with a filing. */
  declarationDraft: z.string().nullable(),
})
export type ListDetail = z.infer<typeof ListDetail>

/** A case that can be put on a list. */
export const ReadyCase = z.object({
  authority: z.string(),
  id: Id,
  name: z.string(),
  uscc: z.string(),
  since: z.string(),
  scoreMin: z.number().nullable(),
  scoreMax: z.number().nullable(),
})
export type ReadyCase = z.infer<typeof ReadyCase>

const ofList = z.strictObject({ list: Id })
export const decision = z.strictObject({ baseSeq: z.int().min(1) })

/** Refusals of every decision on a list. */
export const decisionErrors = [
  'list.not-found',
  'list.decided',
  'act.stale',
  'act.same-person',
  'act.not-your-role',
] as const

/** What is common to the lists of notices, filings and announcements, for the officers of the issuing authority. */
export const lists = {
  list: route({
    method: 'GET',
    path: '/api/lists',
    summary: '本机关的名单；省级另可查看各地报来的备案名单',
    tags,
    who: ['officer'],
    query: z.strictObject({ kind: ListKind, page: queryInteger(1, 10_000).default(1) }),
    response: z.object({
      lists: z.array(ListSummary),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
      /** How many cases can be listed, and whether this person may do it. */
      ready: z.number(),
      mayPropose: z.boolean(),
    }),
  }),
  ready: route({
    method: 'GET',
    path: '/api/lists/ready',
    summary: '可以列入名单的企业，按批次',
    tags,
    who: ['officer'],
    query: z.strictObject({ kind: ListKind, batch: Id.optional() }),
    response: z.object({
      batches: z.array(z.object({ id: Id, title: z.string(), documentNumber: z.string(), firms: z.number() })),
      /** The batch shown: the one asked for, or the first. */
      batch: z
        .object({
          id: Id,
          title: z.string(),
          documentNumber: z.string(),
          noticeBasis: z.enum(['workday', 'calendar']),
          noticeDays: z.number(),
          validFrom: z.string(),
          validTo: z.string(),
        })
        .nullable(),
      cases: z.array(ReadyCase),
      /** The next day the office works, for a notice to begin on. */
      suggestedFrom: z.string(),
      /** The contact of the office's latest notice. */
      contact: NoticeTerms.shape.contact.nullable(),
      /** The office's latest list that was sent back: its note, and which of these cases were on it. */
      sentBack: z.object({ title: z.string(), note: z.string(), cases: z.array(Id) }).nullable(),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/lists/:list',
    summary: '一份名单和名单上的企业',
    tags,
    who: ['officer'],
    params: ofList,
    response: ListDetail,
    errors: ['list.not-found'],
  }),
  takeOff: route({
    method: 'POST',
    path: '/api/lists/:list/removals',
    summary: '审批：移出单家企业，其余不受影响',
    tags,
    who: ['officer'],
    params: ofList,
    body: z.strictObject({ ...decision.shape, entries: z.array(Id).min(1).max(12_000), note: Note }),
    response: z.object({ status: z.string(), seq: z.number(), firms: z.number() }),
    errors: [...decisionErrors, 'list.not-on-it'],
    limit: 2 * 1024 * 1024,
  }),
  sendBack: route({
    method: 'POST',
    path: '/api/lists/:list/return',
    summary: '审批：整份退回经办',
    tags,
    who: ['officer'],
    params: ofList,
    body: z.strictObject({ ...decision.shape, note: Note }),
    response: z.object({ status: z.string() }),
    errors: decisionErrors,
  }),
}

/** A firm as the public reads it. */
export const PublishedFirm = z.object({
  id: Id,
  position: z.number(),
  place: z.string(),
  name: z.string(),
  uscc: z.string(),
  removedOn: DayText.nullable(),
})
export type PublishedFirm = z.infer<typeof PublishedFirm>

/** One page of the firms of a publication. */
export const FirmsQuery = z.strictObject({
  name: z.string().trim().max(100).optional(),
  /** Only this firm, as an entry of the publication. */
  entry: Id.optional(),
  page: queryInteger(1, 10_000).default(1),
  /** `1`: all firms at once, for printing. */
  all: z.literal('1').optional(),
})

export const FirmsPage = z.object({
  firms: z.array(PublishedFirm),
  /** Firms that answer to the search; the whole list without one. */
  found: z.number(),
  page: z.number(),
  pageSize: z.number(),
})
