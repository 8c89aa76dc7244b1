import type { Day } from '../../regime/kernel/day.ts'
import type { Payloads } from '../../regime/procedure/payloads.ts'
import type { Step } from '../../regime/procedure/steps.ts'
import { actOnCase } from '../case/act.ts'
import { openApplication } from '../case/open.ts'
import { submitApplication } from '../case/submit.ts'
import { readVisit } from '../case/visit.ts'
import { saveVisit } from '../case/visit-save.ts'
import { withdrawApplication } from '../case/withdraw.ts'
import { demoActing } from './acting.ts'
import type { EnteredFirm } from './enter-firm.ts'
import { demoOfficer, demoOfficers } from './people.ts'

import { act, done, goesPast, type Road, seqOf, type Traveller } from './road.ts'
/** Opens and, unless it stays a draft, hands in an application. */
export const apply = async (road: Road, entered: EnteredFirm, target: Step): Promise<Traveller> => {
  const { db, law, batch } = road
  const { firm, actor } = entered
  const { id } = await openApplication(db, demoActing(actor, '2026-08-03', `open ${firm.uscc}`), batch)
  const one: Traveller = { ...entered, target, case: id }
  if (target === 'draft') return one
  const late = target === 'review' || target === 'withdrawn'
  const acting = demoActing(actor, late ? '2026-08-28' : '2026-08-04', `hand in ${firm.uscc}`)
  if (!(await done(road, acting.idempotencyKey, actor.authority)))
    await submitApplication(db, law, acting, `演示员工${firm.index + 1}`, id, {
      acknowledged: [
        'miit-2022-63/innovative:unmet',
        'miit-2022-63/innovative:undetermined',
        'E1',
        'E2',
        'E3',
        'E4',
        'E5',
        'E6',
      ],
      baseSeq: 1,
    })
  if (target === 'withdrawn')
    await withdrawApplication(db, demoActing(actor, '2026-08-29', `withdraw ${firm.uscc}`), id, {
      reason: '年度审计报告需更正后再申报',
      baseSeq: 2,
    })
  return one
}

const reasons = [
  { code: 'evidence-missing', path: '/years/2025/rdExpense', text: '请补充研发费用辅助账和专项说明。' },
  { code: 'figure-differs', text: '主营业务收入与审计报告附注不一致，请核对。' },
] satisfies Payloads['review.return']['reasons']

/** The one firm (of 郑州) whose visit nobody has arranged yet. */
const UNSCHEDULED = 28

/** Review and on-site verification by the local authority, as far as the case goes. */
export const reviewAndVisit = async (road: Road, one: Traveller): Promise<void> => {
  const { target } = one
  if (target === 'correction')
    return act(road, one, 'jingban', '2026-08-27', 'review.return', { reasons, due: '2026-09-03' })
  if (target === 'rejected') {
    await act(road, one, 'jingban', '2026-08-05', 'review.reject', {
      reasons: [{ code: 'standard-not-met', text: '上年度研发费用占比不足，得分未达到 60 分。' }],
    })
    return act(road, one, 'shenpi', '2026-08-06', 'review.confirm', {})
  }
  if (!goesPast(target, 'review')) return
  const late = [
    'review-approval',
    'visit',
    'visit-conclusion',
    'visit-approval',
    'notice-ready',
    'notice-approval',
    'notice',
  ].includes(target)
  const day = (early: string, later: string) => (late ? later : early)
  await act(road, one, 'jingban', day('2026-08-05', '2026-08-20'), 'review.accept', {})
  if (!goesPast(target, 'review-approval')) return
  await act(road, one, 'shenpi', day('2026-08-05', '2026-08-21'), 'review.confirm', {})
  const [first, second] = demoOfficers.filter(
    ({ authority, roles }) => authority === one.actor.authority && roles.includes('verifier'),
  )
  if (!first || !second) return
  const on = target === 'visit' ? '2026-09-01' : day('2026-08-06', '2026-08-25')
  if (target === 'visit' && one.firm.index === UNSCHEDULED) return
  await act(road, one, 'jingban', day('2026-08-05', '2026-08-24'), 'visit.schedule', {
    on,
    verifiers: [first.id, second.id],
  })
  if (!goesPast(target, 'visit')) return
  const verifier = demoOfficer(one.actor.authority, 'hecha1')
  const { checklist } = await readVisit(road.db, road.law, verifier, on as Day, one.case)
  const findings = checklist.map(({ item }) => ({ item, answer: 'true' as const, photos: [] }))
  const noting = demoActing(verifier, on, `note ${one.firm.uscc}`)
  if (!(await done(road, noting.idempotencyKey, one.actor.authority)))
    await saveVisit(road.db, noting, one.case, { findings, baseVersion: 0 })
  const conclusion = '现场与申报一致。'
  await act(road, one, 'hecha1', on, 'visit.sign', { draftVersion: 1, conclusion })
  await signSecond(road, one, on, conclusion)
  if (!goesPast(target, 'visit-conclusion')) return
  await act(road, one, 'jingban', day('2026-08-06', '2026-08-26'), 'visit.accept', {})
  if (!goesPast(target, 'visit-approval')) return
  await act(road, one, 'shenpi', day('2026-08-06', '2026-08-26'), 'visit.confirm', {})
}

const signSecond = async (road: Road, one: Traveller, on: string, conclusion: string): Promise<void> => {
  const acting = demoActing(demoOfficer(one.actor.authority, 'hecha2'), on, `second sign ${one.firm.uscc}`, 3)
  if (await done(road, acting.idempotencyKey, one.actor.authority)) return
  const wish = { act: 'visit.sign', payload: { draftVersion: 1, conclusion }, baseSeq: await seqOf(road, one) } as const
  await actOnCase(road.db, road.law, acting, one.case, wish)
}
