import { z } from 'zod'
import { rejectionReasons, returnReasons } from '../regime/procedure/reasons.ts'
import { DayText, Id } from './scalars.ts'

const words = (what: string, max = 1000) =>
  z.string().trim().min(2, `请填写${what}。`).max(max, `${what}不超过 ${max} 字。`)

/** A coded reason as it stands on record (R9.9). */
export const Reason = z.strictObject({
  code: z.string(),
  path: z.string().max(200).optional(),
  text: words('具体说明'),
})
const reasonsOf = <T extends object>(table: T) =>
  z
    .array(Reason.extend({ code: z.enum(Object.keys(table) as [keyof T & string], { error: '请选择理由的类别。' }) }))
    .min(1, '请至少写明一条理由。')
    .max(50, '理由不超过 50 条。')
const note = z.strictObject({ note: words('意见') })
const optionalNote = z.strictObject({ note: z.string().trim().max(1000).optional() })
/** The article a rejection rests on follows from its first reason; nobody types it. */
const rejection = z.strictObject({ reasons: reasonsOf(rejectionReasons) })
const returned = z.strictObject({ reasons: reasonsOf(returnReasons), due: DayText })
const spotChecked = {
  on: DayText,
  by: z.array(words('抽查人员', 50)).min(2, '抽查人员不少于两人。').max(10),
  findings: words('抽查情况', 5000),
}

const act = <A extends string, P extends z.ZodType>(name: A, payload: P) =>
  z.strictObject({ act: z.literal(name), payload, baseSeq: z.int().min(1) })

/** An act of an officer on one case, with the state it was decided on. */
export const OfficerAct = z.discriminatedUnion('act', [
  act('review.accept', optionalNote),
  act('review.reject', rejection),
  act('review.return', returned),
  act('review.confirm', optionalNote),
  act('review.send-back', note),
  act('visit.schedule', z.strictObject({ on: DayText, verifiers: z.tuple([Id, Id]) })),
  act('visit.sign', z.strictObject({ draftVersion: z.int().min(1), conclusion: words('核查结论', 2000) })),
  act('visit.accept', optionalNote),
  act('visit.reject', rejection),
  act('visit.return', returned),
  act('visit.repeat', note),
  act('visit.confirm', optionalNote),
  act('visit.send-back', note),
  act('spot-check.accept', z.strictObject(spotChecked)),
  act('spot-check.reject', z.strictObject({ ...spotChecked, reasons: reasonsOf(rejectionReasons) })),
  act('spot-check.confirm', optionalNote),
  act('spot-check.send-back', note),
])
export type OfficerAct = z.infer<typeof OfficerAct>
