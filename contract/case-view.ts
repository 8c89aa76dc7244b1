import { z } from 'zod'
import { Reason } from './officer-act.ts'
import { Id } from './scalars.ts'

export const EvidenceItem = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Fact paths it supports. */
  paths: z.array(z.string()),
})

/** What was handed in, or what would be (live, before submission). Results are of regime/evaluation. */
export const Standing = z.object({
  facts: z.record(z.string(), z.unknown()),
  /** Per fact path: source, date, who entered it. */
  sources: z.record(z.string(), z.object({ source: z.string(), date: z.string().nullable() })),
  evidence: z.array(EvidenceItem),
  result: z.unknown(),
  eligibility: z.unknown(),
  /** Facts typed in a form that cannot be read; they count as unknown. */
  unreadable: z.array(z.object({ path: z.string(), text: z.string(), message: z.string() })),
})

export const Submission = Standing.extend({
  id: Id,
  round: z.number(),
  at: z.string(),
  declaredBy: z.string(),
  digest: z.string(),
  receipt: z.string(),
})

const TimelineAct = z.object({
  seq: z.number(),
  label: z.string(),
  at: z.string(),
  day: z.string(),
  /** Who did it: office for the firm and the public, office and name on the officials' desk. */
  by: z.string(),
  words: z.array(z.string()),
  step: z.string(),
})

/** An act this person may perform now, as the procedure table gives it. */
const Available = z.array(
  z.object({ act: z.string(), label: z.string(), article: z.string(), to: z.array(z.string()), group: z.boolean() }),
)

export const CaseSummary = z.object({
  id: Id,
  authority: z.string(),
  enterprise: Id,
  enterpriseName: z.string(),
  uscc: z.string(),
  batch: Id,
  batchTitle: z.string(),
  tier: z.string(),
  step: z.string(),
  label: z.string(),
  since: z.string(),
  due: z.string().nullable(),
  scoreMin: z.number().nullable(),
  scoreMax: z.number().nullable(),
  outcome: z.string().nullable(),
  round: z.number(),
  overdueCorrection: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const CaseDetail = CaseSummary.extend({
  seq: z.number(),
  phase: z.string(),
  phases: z.array(
    z.object({
      phase: z.string(),
      label: z.string(),
      state: z.enum(['done', 'now', 'ahead', 'stopped']),
      on: z.string().nullable(),
    }),
  ),
  final: z.boolean(),
  holder: z.object({ office: z.string(), post: z.string(), phone: z.string().nullable() }),
  next: z.string(),
  article: z.string(),
  documentNumber: z.string(),
  closesOn: z.string(),
  decided: z.boolean(),
  correction: z.object({ reasons: z.array(Reason), due: z.string(), overdue: z.boolean() }).nullable(),
  rejection: z.object({ reasons: z.array(Reason), article: z.string() }).nullable(),
  /** Officials only: the handler's opinion that waits for the approver. */
  proposal: z.object({ outcome: z.enum(['accept', 'reject']), by: z.string(), reasons: z.array(Reason) }).nullable(),
  visit: z
    .object({
      on: z.string(),
      verifiers: z.array(z.object({ id: Id, name: z.string(), signed: z.boolean() })),
    })
    .nullable(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  openObjections: z.number(),
  acts: z.array(TimelineAct),
  available: Available,
  submission: Submission.nullable(),
  /** Officials only: 第三条 evaluated as of today (checked again at every review). */
  eligibilityNow: z.unknown().nullable(),
  /** Defaults for the forms of the acts, computed on the server's calendar. */
  defaults: z.object({ correctionDue: z.string(), correctionDueProvisional: z.boolean() }),
})
export type CaseDetail = z.infer<typeof CaseDetail>
