import type { applications } from '../../contract/applications.ts'
import type { cases } from '../../contract/cases.ts'
import { pdfFile } from '../document/pdf-file.ts'
import type { Press } from '../document/press.ts'
import type { Handlers } from '../http/handling.ts'
import type { Law } from '../law/law.ts'
import { getOfficer } from '../list/officer.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { actOnCase } from './act.ts'
import { getFirm } from './application.ts'
import { serveCaseFile } from './case-file.ts'
import { caseDetail } from './detail.ts'
import { casesWithBatch } from './find.ts'
import { openApplication } from './open.ts'
import { casePaper } from './paper.ts'
import { queueOf } from './queue.ts'
import { readStanding } from './standing.ts'
import { submitApplication } from './submit.ts'
import { caseSummary } from './summary.ts'
import { verifiersOf } from './verifiers.ts'
import { readVisit } from './visit.ts'
import { saveVisit } from './visit-save.ts'
import { visitsOf } from './visits.ts'
import { withdrawApplication } from './withdraw.ts'

/** The firm's side of a case (第七条, 第九条). */
export const applicationHandlers = (law: Law, press: Press): Handlers<typeof applications> => ({
  list: async (_, { db, actor }) => {
    const firm = getFirm(actor)
    const rows = await inScope(db, scopeOf(firm), (tx) =>
      casesWithBatch(tx)
        .where('cases.authority', '=', firm.authority)
        .where('cases.enterprise', '=', firm.enterprise)
        .orderBy('opened_at', 'desc')
        .execute(),
    )
    return { cases: rows.map((row) => caseSummary(row, 'applicant')) }
  },
  open: ({ body }, context) => openApplication(context.db, context, body.batch),
  get: ({ params }, { db, actor, today }) => caseDetail(db, law, getFirm(actor), today, params.case),
  file: ({ params }, { db, actor }) => serveCaseFile(db, law, getFirm(actor), params.case),
  paper: ({ params }, { db, actor, now }) => {
    const firm = getFirm(actor)
    return pdfFile(press, firm.person, () => casePaper(db, law, firm, params.case, now))
  },
  standing: async ({ params }, { db, actor, today }) => readStanding(db, law, getFirm(actor), today, params.case),
  submit: ({ params, body }, context) =>
    submitApplication(context.db, law, context, context.person?.name ?? '', params.case, body),
  withdraw: ({ params, body }, context) => withdrawApplication(context.db, context, params.case, body),
})

/** The officers' desk. */
export const caseHandlers = (law: Law, press: Press): Handlers<typeof cases> => ({
  queue: ({ query }, { db, actor }) => queueOf(db, actor, query),
  get: ({ params }, { db, actor, today }) => caseDetail(db, law, actor, today, params.case),
  file: ({ params }, { db, actor }) => serveCaseFile(db, law, getOfficer(actor), params.case),
  paper: ({ params }, { db, actor, now }) => {
    const officer = getOfficer(actor)
    return pdfFile(press, officer.person, () => casePaper(db, law, officer, params.case, now))
  },
  act: ({ params, body }, context) => actOnCase(context.db, law, context, params.case, body),
  visit: ({ params }, { db, actor, today }) => readVisit(db, law, actor, today, params.case),
  saveVisit: ({ params, body }, context) => saveVisit(context.db, context, params.case, body),
  visits: ({ query }, { db, actor }) => visitsOf(db, actor, query),
  verifiers: (_, { db, actor }) => verifiersOf(db, actor),
})
