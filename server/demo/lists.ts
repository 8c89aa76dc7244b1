import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { defaultNoticeRule } from '../../regime/notice/period.ts'
import type { Step } from '../../regime/procedure/steps.ts'
import { proposeAnnouncement } from '../announcement/propose.ts'
import { publishAnnouncement } from '../announcement/publish.ts'
import { takeDraw } from '../draw/take.ts'
import { fileList } from '../filing/file.ts'
import { proposeFiling } from '../filing/propose.ts'
import { runClock } from '../jobs/clock.ts'
import { proposeNotice } from '../notice/propose.ts'
import { publishNotice } from '../notice/publish.ts'
import { receiveObjection } from '../objection/receive.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { demoActing } from './acting.ts'
import { demoOfficer } from './people.ts'

import { act, goesPast, isAt, type Road, type Traveller } from './road.ts'

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
