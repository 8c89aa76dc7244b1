import { z } from 'zod'
import { Id } from './scalars.ts'

/** One line of the on-site checklist, or one of the verifiers' own (`own/…`), and what was found. */
export const Finding = z.strictObject({
  item: z.string().min(1).max(200),
  /** What an own line is about; lines of the checklist have their title there. */
  title: z.string().trim().min(2, '请写明核查事项。').max(60, '核查事项不超过 60 字。').optional(),
  answer: z.enum(['true', 'differs', 'not-found']),
  found: z.string().max(200).optional(),
  note: z.string().max(2000).optional(),
  photos: z.array(Id).max(30, '每一项的照片不超过 30 张。'),
})
export type Finding = z.infer<typeof Finding>

/** One line to check on site, generated from the facts that carry the score. */
export const ChecklistItem = z.object({
  item: z.string(),
  title: z.string(),
  /** The figure as declared, in reading form. */
  declared: z.string(),
  /** Where to look. */
  hint: z.string(),
  /** The indicators and conditions that rest on it, and how they stand: 10 分, 符合. */
  carries: z.array(z.object({ id: z.string(), name: z.string(), standing: z.string() })),
  evidence: z.array(z.object({ id: Id, name: z.string() })),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** Who answers for the firm's application and can open the door. */
export const Contact = z.object({ name: z.string(), phone: z.string() })

export const Verifier = z.object({ id: Id, name: z.string(), signed: z.boolean() })

/** An on-site verification in the list of them. */
export const VisitEntry = z.object({
  case: Id,
  enterpriseName: z.string(),
  uscc: z.string(),
  /** The day it is scheduled for; null until then. */
  on: z.string().nullable(),
  verifiers: z.array(Verifier),
  contact: Contact.nullable(),
  /** How many lines the verifiers have noted so far. */
  noted: z.number(),
  since: z.string(),
  due: z.string().nullable(),
})
export type VisitEntry = z.infer<typeof VisitEntry>
