import type { ObjectionDetail, ObjectionStatus, ObjectionSummary, objections } from '../../contract/objections.ts'
import { officeName } from '../../regime/jurisdiction/authorities.ts'
import { objectionActWords, objectionLabel } from '../../regime/notice/objection.ts'
import type { Handlers } from '../http/handling.ts'
import { countAttempt } from '../identity/attempts.ts'
import type { NoticeTerms } from '../list/tables.ts'
import { counted } from '../title/handlers.ts'
import { confirmOpinion } from './confirm.ts'
import { proposeOpinion } from './propose.ts'
import { followObjection, getObjection, readObjections } from './read.ts'
import { receiveObjection } from './receive.ts'
import { revealObjector } from './reveal.ts'
import { sendOpinionBack } from './sendBack.ts'

/** From one address in a window: objections made, receipts looked up. */
const OBJECTIONS = 10
const LOOK_UPS = 30
const PAGE_SIZE = 50

interface Row {
  id: string
  receipt: string
  status: ObjectionStatus
  enterprise_name: string
  notice_title: string
  notice: string
  terms: unknown
  received_at: Date
  received_on: string
}

const summaryOf = (row: Row): ObjectionSummary => ({
  id: row.id,
  receipt: row.receipt,
  status: row.status,
  enterpriseName: row.enterprise_name,
  noticeTitle: row.notice_title,
  notice: row.notice,
  noticeEnds: (row.terms as NoticeTerms).to,
  receivedAt: row.received_at.toISOString(),
  receivedOn: row.received_on,
})

/** Objections during a notice (R9.10, 第十七条). */
export const objectionHandlers: Handlers<typeof objections> = {
  receive: async ({ params, body }, context) => {
    const subject = counted('objection', context.ip, context.wall)
    await countAttempt(context.db, [{ subject, limit: OBJECTIONS }], context.wall)
    return receiveObjection(context.db, context, { ...params, ...body })
  },
  follow: async ({ params }, { db, ip, wall }) => {
    await countAttempt(db, [{ subject: counted('receipt', ip, wall), limit: LOOK_UPS }], wall)
    const row = await followObjection(db, params.receipt)
    const decided = row.status !== 'open' && row.status !== 'proposed'
    return {
      receipt: row.receipt,
      office: officeName(row.authority),
      enterpriseName: row.enterprise_name,
      status: row.status === 'proposed' ? 'open' : row.status,
      label: objectionLabel(row.status),
      receivedOn: row.received_on,
      decidedOn: row.decided_on,
      opinion: decided ? row.opinion : null,
    }
  },
  list: async ({ query }, { db, actor }) => {
    const { rows, counts } = await readObjections(db, actor, query.page, PAGE_SIZE)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { objections: rows.map(summaryOf), counts, total, page: query.page, pageSize: PAGE_SIZE }
  },
  get: async ({ params }, { db, actor, today }) => {
    const { objection, acts, evidence, available } = await getObjection(db, actor, today, params.objection)
    return {
      ...summaryOf(objection),
      authority: objection.authority,
      case: objection.case_id,
      uscc: objection.uscc,
      version: objection.version,
      reason: objection.reason,
      evidence,
      outcome: objection.outcome,
      opinion: objection.opinion,
      proposedBy: objection.proposed_by_name,
      note: objection.note,
      decidedBy: objection.decided_by_name,
      decidedAt: objection.decided_at?.toISOString() ?? null,
      acts: acts.map(({ act, at, by, payload }) => ({
        act,
        at: at.toISOString(),
        by: by ?? '',
        ...objectionActWords(act, payload),
      })),
      available,
    } satisfies ObjectionDetail
  },
  reveal: ({ params, body }, context) => revealObjector(context.db, context, { ...params, ...body }),
  propose: ({ params, body }, context) => proposeOpinion(context.db, context, { ...params, ...body }),
  sendBack: ({ params, body }, context) => sendOpinionBack(context.db, context, { ...params, ...body }),
  confirm: ({ params, body }, context) => confirmOpinion(context.db, context, { ...params, ...body }),
}
