import type { Kysely } from 'kysely'
import type { OfficerAct } from '../../contract/cases.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { defaultNoticeRule } from '../../regime/notice/period.ts'
import type { ActName, Payloads } from '../../regime/procedure/payloads.ts'
import { type Step, stepNames } from '../../regime/procedure/steps.ts'
import { proposeAnnouncement } from '../announcement/propose.ts'
import { publishAnnouncement } from '../announcement/publish.ts'
import { actOnCase } from '../case/act.ts'
import { openApplication } from '../case/open.ts'
import { submitApplication } from '../case/submit.ts'
import { saveVisit } from '../case/visit-save.ts'
import { withdrawApplication } from '../case/withdraw.ts'
import { takeDraw } from '../draw/take.ts'
import { fileList } from '../filing/file.ts'
import { proposeFiling } from '../filing/propose.ts'
import { runClock } from '../jobs/clock.ts'
import type { Law } from '../law/law.ts'
import { proposeNotice } from '../notice/propose.ts'
import { publishNotice } from '../notice/publish.ts'
import { receiveObjection } from '../objection/receive.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { demoActing } from './acting.ts'
import type { EnteredFirm } from './enter-firm.ts'
import { demoOfficer, demoOfficers } from './people.ts'

/** A firm's case on its way to the step where the demo shows it waiting. */
export interface Traveller extends EnteredFirm {
  readonly target: Step
  readonly case: string
}

export interface Road {
  readonly db: Kysely<Database>
  readonly law: Law
  readonly batch: string
}

/** Steps of the main road in order; side roads branch where `goesPast` says. */
const order = stepNames
const side: Partial<Record<Step, Step>> = { correction: 'review', rejected: 'review-approval', withdrawn: 'review' }

/** True where a case bound for `target` has to get past `step`. */
const goesPast = (target: Step, step: Step): boolean =>
  order.indexOf(side[target] ?? target) > order.indexOf(step) &&
  !(target in side && order.indexOf(step) >= order.indexOf(side[target] as Step))

const seqOf = async ({ db }: Road, { case: id, actor }: Traveller): Promise<number> =>
  inScope(db, authorityScope(actor.authority), async (tx) => {
    const row = await tx
      .selectFrom('cases')
      .select('seq')
      .where('authority', '=', actor.authority)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.seq
  })

/** An officer's single act on a case, done once however often the demo is entered. */
const act = async <A extends ActName>(
  road: Road,
  one: Traveller,
  post: string,
  day: string,
  name: A,
  payload: object,
): Promise<void> => {
  const officer = demoOfficer(name.startsWith('spot-check') ? PROVINCE : one.actor.authority, post)
  const acting = demoActing(officer, day, `${name} ${one.firm.uscc}`)
  if (await done(road, acting.idempotencyKey, one.actor.authority)) return
  const wish = { act: name, payload, baseSeq: await seqOf(road, one) } as unknown as OfficerAct
  await actOnCase(road.db, acting, one.case, wish)
}

/** Whether the act with this key was performed before the demo's entering was broken off. */
const done = async ({ db }: Road, key: string, authority: string): Promise<boolean> =>
  inScope(db, authorityScope(authority as never), async (tx) => {
    const row = await tx
      .selectFrom('idempotency')
      .select('key')
      .where('authority', '=', authority)
      .where('key', '=', key)
      .executeTakeFirst()
    return row !== undefined
  })

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

/** Review and on-site verification by the local authority, as far as the case goes. */
export const reviewAndVisit = async (road: Road, one: Traveller): Promise<void> => {
  const { target } = one
  if (target === 'correction')
    return act(road, one, 'jingban', '2026-08-27', 'review.return', { reasons, due: '2026-09-03' })
  if (target === 'rejected') {
    await act(road, one, 'jingban', '2026-08-05', 'review.reject', {
      reasons: [{ code: 'standard-not-met', text: '上年度研发费用占比不足，得分未达到 60 分。' }],
      article: '第八条',
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
  if (target === 'visit' && one.firm.index % 3 === 0) return
  await act(road, one, 'jingban', day('2026-08-05', '2026-08-24'), 'visit.schedule', {
    on,
    verifiers: [first.id, second.id],
  })
  if (!goesPast(target, 'visit')) return
  const findings = ['site/premises', 'site/product', '/years/2025/revenue', '/years/2025/rdExpense'].map((item) => ({
    item,
    answer: 'true' as const,
    photos: [],
  }))
  const noting = demoActing(demoOfficer(one.actor.authority, 'hecha1'), on, `note ${one.firm.uscc}`)
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
  await actOnCase(road.db, acting, one.case, wish)
}

const addresses = (some: readonly Traveller[]) => some.map((one) => ({ authority: one.actor.authority, id: one.case }))
const contact = { phone: '0000-0000000', address: '演示地址（虚构）' }

/** Puts cases on a notice and, unless the list waits, publishes it. */
const notify = async (
  road: Road,
  office: string,
  title: string,
  some: readonly Traveller[],
  { from, listedOn, publish }: { readonly from: string; readonly listedOn: string; readonly publish: boolean },
): Promise<string | undefined> => {
  if (some.length === 0) return undefined
  const { db, law, batch } = road
  const { basis, days } = defaultNoticeRule
  const { id } = await proposeNotice(
    db,
    law.calendar,
    demoActing(demoOfficer(office, 'jingban'), listedOn, `list ${title}`),
    {
      batch,
      title,
      contact,
      from: from as Day,
      basis,
      days,
      cases: addresses(some),
    },
  )
  if (publish)
    await publishNotice(db, demoActing(demoOfficer(office, 'shenpi'), listedOn, `publish ${title}`, 3), {
      list: id,
      baseSeq: 1,
    })
  return id
}

const tick = (road: Road, day: string) => {
  const { now, today, newId, random } = demoActing({ kind: 'clock' }, day, `clock ${day}`, 0)
  return runClock(road.db, { now, today, newId, random })
}

const file = async (
  road: Road,
  office: string,
  title: string,
  some: readonly Traveller[],
  day: string,
  finish: boolean,
) => {
  if (some.length === 0) return
  const { db, batch } = road
  const { id } = await proposeFiling(db, demoActing(demoOfficer(office, 'jingban'), day, `list ${title}`), {
    batch,
    title,
    cases: addresses(some),
  })
  if (finish)
    await fileList(db, demoActing(demoOfficer(office, 'shenpi'), day, `file ${title}`, 3), { list: id, baseSeq: 1 })
}

/**
 * Everything after the visits, day by day, as lists: the local notices and filings of each authority, then the province.
 * Cases stop where the demo wants them waiting.
 */
export const playLists = async (road: Road, offices: readonly string[], all: readonly Traveller[]): Promise<void> => {
  const past = (step: Step) => all.filter(({ target }) => goesPast(target, step))
  const at = (step: Step) => all.filter(({ target }) => target === step)
  const of = (office: string, some: readonly Traveller[]) => some.filter(({ actor }) => actor.authority === office)
  const names: Readonly<Record<string, string>> = {
    '410300': '洛阳市',
    '410100': '郑州市',
    '411300': '南阳市',
    '410173': '航空港区',
  }
  for (const office of offices) {
    await notify(
      road,
      office,
      `${names[office]} 2026 年度第二批创新型中小企业拟备案名单（一）`,
      of(office, past('objection')),
      {
        from: '2026-08-07',
        listedOn: '2026-08-07',
        publish: true,
      },
    )
  }
  await tick(road, '2026-08-14')
  const filing = past('filing-approval')
  for (const office of offices)
    await file(
      road,
      office,
      `${names[office]}备案名单（一）`,
      of(
        office,
        filing.filter(({ target }) => goesPast(target, 'filed')),
      ),
      '2026-08-14',
      true,
    )
  await takeDraw(road.db, demoActing(demoOfficer(PROVINCE, 'jingban'), '2026-08-14', 'draw', 8), {
    batch: road.batch,
    asked: { count: 12 },
  })
  await settleSpotChecks(road, filing)
  const provincial = filing.filter(({ target }) => goesPast(target, 'province-notice'))
  await notify(road, PROVINCE, '2026 年度第二批创新型中小企业拟公告名单（一）', provincial, {
    from: '2026-08-18',
    listedOn: '2026-08-17',
    publish: true,
  })
  await tick(road, '2026-08-25')
  await announce(road, '2026 年度第二批创新型中小企业名单（一）', '演示公告〔2026〕8号', at('announced'), true)
  await announce(
    road,
    '2026 年度第二批创新型中小企业名单（二）',
    '演示公告〔2026〕9号',
    at('announcement-approval'),
    false,
  )
  await notify(road, PROVINCE, '2026 年度第二批创新型中小企业拟公告名单（二）', at('province-notice'), {
    from: '2026-09-01',
    listedOn: '2026-08-31',
    publish: true,
  })
  await notify(road, PROVINCE, '2026 年度第二批创新型中小企业拟公告名单（三）', at('province-notice-approval'), {
    from: '2026-09-02',
    listedOn: '2026-08-31',
    publish: false,
  })
  for (const office of offices) {
    await file(road, office, `${names[office]}备案名单（二）`, of(office, at('filed')), '2026-08-28', true)
    await file(road, office, `${names[office]}备案名单（三）`, of(office, at('filing-approval')), '2026-08-31', false)
    const running = of(office, at('notice'))
    const notice = await notify(
      road,
      office,
      `${names[office]} 2026 年度第二批创新型中小企业拟备案名单（二）`,
      running,
      {
        from: '2026-08-31',
        listedOn: '2026-08-28',
        publish: true,
      },
    )
    if (notice && office === offices[0]) await object(road, office, notice)
    await notify(
      road,
      office,
      `${names[office]} 2026 年度第二批创新型中小企业拟备案名单（三）`,
      of(office, at('notice-approval')),
      {
        from: '2026-09-02',
        listedOn: '2026-08-31',
        publish: false,
      },
    )
  }
}

/** The drawn firms are checked; what the draw took beyond the demo's wish simply waits there. */
const settleSpotChecks = async (road: Road, some: readonly Traveller[]): Promise<void> => {
  for (const one of some) {
    if (!goesPast(one.target, 'spot-check') || !(await isAt(road, one, ['spot-check', 'spot-check-approval']))) continue
    const payload = { on: '2026-08-17', by: ['演示省经办', '演示专家'], findings: '抽查情况与申报一致。' }
    await act(road, one, 'jingban', '2026-08-17', 'spot-check.accept', payload)
    if (goesPast(one.target, 'spot-check-approval'))
      await act(road, one, 'shenpi', '2026-08-17', 'spot-check.confirm', {})
  }
}

const isAt = async ({ db }: Road, { case: id, actor }: Traveller, steps: readonly Step[]): Promise<boolean> =>
  inScope(db, authorityScope(actor.authority), async (tx) => {
    const row = await tx
      .selectFrom('cases')
      .select('step')
      .where('authority', '=', actor.authority)
      .where('id', '=', id)
      .executeTakeFirst()
    return row !== undefined && steps.includes(row.step as Step)
  })

const announce = async (
  road: Road,
  title: string,
  documentNumber: string,
  some: readonly Traveller[],
  publish: boolean,
) => {
  if (some.length === 0) return
  const { db, batch } = road
  const { id } = await proposeAnnouncement(
    db,
    demoActing(demoOfficer(PROVINCE, 'jingban'), '2026-08-26', `list ${title}`),
    {
      batch,
      title,
      documentNumber,
      validFrom: '2026-09-01' as Day,
      validTo: '2029-08-31' as Day,
      cases: addresses(some),
    },
  )
  if (publish)
    await publishAnnouncement(db, demoActing(demoOfficer(PROVINCE, 'shenpi'), '2026-08-26', `publish ${title}`, 3), {
      list: id,
      baseSeq: 1,
    })
}

/** Somebody objects to the first firm of a running notice, so that officers find one to handle. */
const object = async ({ db }: Road, office: string, notice: string): Promise<void> => {
  const entry = await inScope(db, authorityScope(office as never), (tx) =>
    tx
      .selectFrom('list_entry')
      .select('id')
      .where('authority', '=', office)
      .where('list', '=', notice)
      .orderBy('position')
      .executeTakeFirstOrThrow(),
  )
  await receiveObjection(db, demoActing({ kind: 'public' }, '2026-08-31', `objection ${notice}`), {
    authority: office as never,
    notice,
    entry: entry.id,
    name: '演示异议人',
    contact: '13900000000',
    evidence: [],
    reason: '该企业公示的主导产品与实际生产不符，请核实（演示异议，内容虚构）。',
  })
}
