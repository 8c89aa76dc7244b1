import { z } from 'zod'
import { bytes, file } from './bytes.ts'
import { evidenceRule, evidenceTypes } from './evidence-rule.ts'
import { nothing, route } from './route.ts'
import { AuthorityText, Id, Instant, LocalAuthority, queryInteger } from './scalars.ts'

const tags = ['佐证']

/** One piece of evidence, as pages list it. */
export const Evidence = z.object({
  authority: AuthorityText,
  id: Id,
  name: z.string(),
  mediaType: z.enum(evidenceTypes),
  bytes: z.number(),
  sha256: z.string(),
  /** Pixels; null for PDF. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  uploadedBy: z.string().nullable(),
  uploadedAt: Instant,
})
export type Evidence = z.infer<typeof Evidence>

/** What a file is uploaded for. Someone without an account can give files for an objection only. */
export const EvidenceOwner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enterprise'), enterprise: Id }),
  z.strictObject({ kind: z.literal('claim'), authority: LocalAuthority, claim: Id }),
  z.strictObject({ kind: z.literal('objection'), authority: AuthorityText, notice: Id }),
  /** By officers: the case or other subject at their own office. */
  z.strictObject({ kind: z.literal('office'), subject: Id }),
])
export type EvidenceOwner = z.infer<typeof EvidenceOwner>

/** A file on its way. `received` bytes have arrived; the next piece begins there. */
export const Upload = z.object({
  authority: AuthorityText,
  id: Id,
  bytes: z.number(),
  received: z.number(),
  expiresAt: Instant,
  /** Once finished. */
  evidence: Evidence.nullable(),
})
export type Upload = z.infer<typeof Upload>

const uploadParams = z.strictObject({ authority: AuthorityText, upload: Id })
const show = z.strictObject({
  /** `1`: offer it for saving instead of showing it. */
  download: z.literal('1').optional(),
})

export const uploads = {
  begin: route({
    method: 'POST',
    path: '/api/uploads',
    summary: '开始上传一份佐证；同一文件上次没有传完的，接着传',
    tags,
    who: 'anyone',
    body: z.strictObject({
      owner: EvidenceOwner,
      name: z.string().min(1, '请给出文件名。').max(1000),
      /** Size of the whole file; what it may be is answered in words (`evidence.too-large`). */
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为文件内容的 SHA-256，64 位十六进制小写数字。'),
    }),
    response: Upload,
    errors: [
      'session.required',
      'evidence.empty',
      'evidence.too-large',
      'evidence.too-many',
      'evidence.no-room',
      'evidence.not-your-place',
      'objection.period-over',
      'act.key-reused',
    ],
  }),
  state: route({
    method: 'GET',
    path: '/api/uploads/:authority/:upload',
    summary: '一次上传已经收到多少',
    tags,
    who: 'anyone',
    params: uploadParams,
    response: Upload,
    errors: ['upload.not-found'],
  }),
  append: route({
    method: 'PATCH',
    path: '/api/uploads/:authority/:upload',
    summary: '上传下一段；从已收到的字节处开始',
    tags,
    who: 'anyone',
    params: uploadParams,
    query: z.strictObject({ offset: queryInteger(0, evidenceRule.maxBytes) }),
    body: bytes({ types: ['application/octet-stream'], limit: evidenceRule.maxPieceBytes }),
    response: z.object({ received: z.number() }),
    errors: ['upload.not-found', 'upload.offset', 'evidence.no-room'],
  }),
  finish: route({
    method: 'POST',
    path: '/api/uploads/:authority/:upload/finish',
    summary: '传完后核对内容，收为佐证',
    tags,
    who: 'anyone',
    params: uploadParams,
    response: Evidence,
    errors: [
      'upload.not-found',
      'upload.incomplete',
      'evidence.hash-mismatch',
      'evidence.not-allowed',
      'evidence.damaged',
      'evidence.not-your-place',
    ],
  }),
  abandon: route({
    method: 'DELETE',
    path: '/api/uploads/:authority/:upload',
    summary: '放弃没有传完的上传',
    tags,
    who: 'anyone',
    params: uploadParams,
    response: nothing,
  }),
}

export const evidence = {
  list: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/evidence',
    summary: '本企业上传过的佐证，新的在前',
    tags,
    who: ['firm'],
    params: z.strictObject({ enterprise: Id }),
    response: z.object({ evidence: z.array(Evidence) }),
  }),
  ofEnterprise: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/evidence/:evidence',
    summary: '本企业一份佐证的内容',
    tags,
    who: ['firm'],
    params: z.strictObject({ enterprise: Id, evidence: Id }),
    query: show,
    response: file(...evidenceTypes),
    errors: ['evidence.not-found'],
  }),
  read: route({
    method: 'GET',
    path: '/api/evidence/:authority/:evidence',
    summary: '一份佐证的内容（主管部门；认领人本人）',
    tags,
    who: ['officer', 'person'],
    params: z.strictObject({ authority: AuthorityText, evidence: Id }),
    query: show,
    response: file(...evidenceTypes),
    errors: ['evidence.not-found'],
  }),
}
