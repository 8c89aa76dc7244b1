import { expect } from 'vitest'
import { demoFirms } from '../../../server/demo/firms.ts'
import { DEMO_PASSWORD, demoOwner } from '../../../server/demo/people.ts'
import { beginsList, findsCompanion, handsUp, letsAWeekPass, opensList, statesPeriod, ticksOnly } from './lists.ts'
import { pdf } from './papers.ts'
import { standsAt } from './standing.ts'
import type { Story } from './story.ts'

const TITLE = '洛阳市 2026 年度第二批创新型中小企业拟备案名单（四）'

/** Two firms on one list; the handler proposes, the approver publishes, everybody reads it without logging in. */
export const publishesNotice = async (story: Story): Promise<void> => {
  const { firm, papers } = story
  const handler = await story.officer('洛阳经办')
  await beginsList(handler, '公示')
  const other = await findsCompanion(handler, firm.name)
  papers.other = other
  await ticksOnly(handler, [firm.name, other])
  await statesPeriod(handler, '2026-09-01', '9月7日')
  await handsUp(handler, TITLE, '列入公示名单，报审批（2 家）')
  expect(await handler.page.getByRole('button', { name: '同意公示…' }).count()).toBe(0)
  await standsAt(story, 'notice-approval')

  const approver = await story.officer('洛阳审批')
  await opensList(approver, '公示', TITLE)
  await approver.decides('同意公示…', '同意公示')
  await standsAt(story, 'notice')

  const anybody = await story.person('路人')
  await anybody.opens('/notices')
  await anybody.follows(TITLE)
  await anybody.reads(/公示期为2026年9月1日至9月7日/)
  for (const name of [firm.name, other]) await anybody.page.getByRole('rowheader', { name }).waitFor()
  await anybody.reads('洛阳市工业和信息化局')
  papers.notice = new URL(anybody.page.url()).pathname
}

/** Somebody objects to the other firm under real name and with evidence; the number answers for them from then on. */
export const objects = async (story: Story): Promise<void> => {
  const citizen = await story.person('许实名')
  const { page } = citizen
  await citizen.opens(story.papers.notice ?? '')
  await citizen.follows(`对${story.papers.other}提出异议`)
  await citizen.presses('提交异议，取得回执')
  await citizen.reads('请填写真实姓名或单位全称。')
  await citizen.fills('真实姓名或单位全称', '许实名')
  await citizen.fills('电话或电子邮箱', '13900001111')
  await citizen.fills('事实和理由', '该企业公示的发明专利已于 2025 年转让给他人，登记簿副本可以证明。')
  await page.getByLabel('选择文件').setInputFiles(pdf('专利登记簿副本', ['专利权人已变更']))
  await citizen.reads('已上传')
  await citizen.presses('提交异议，取得回执')
  await page.getByRole('heading', { level: 1, name: '异议已收到' }).waitFor()
  story.papers.objection = await page.getByText(/^YY-410300-/).innerText()
  await citizen.leaves()
}

/** The objection is upheld by two people: that firm is taken off, ours stays on the list and goes on. */
export const upholdsObjection = async (story: Story): Promise<void> => {
  const { firm, papers } = story
  const other = papers.other ?? ''
  const opinion = '经查专利登记簿，该发明专利已于 2025 年 6 月转让，公示内容与事实不符。'
  const handler = await story.officer('洛阳经办')
  await opensObjection(handler, other)
  expect(await handler.page.getByText('许实名').count()).toBe(0)
  await handler.fills('查看用途', '请异议人补充登记簿副本原件')
  await handler.presses('查看身份并记录')
  await handler.reads('许实名')
  await handler.decides('提出处理意见，报审批…', '提出处理意见，报审批', async (dialog) => {
    await dialog.getByText('异议成立', { exact: true }).click()
    await dialog.getByLabel('理由').fill(opinion)
  })

  const approver = await story.officer('洛阳审批')
  await opensObjection(approver, other)
  await approver.decides('同意处理意见…', '同意处理意见')
  await approver.reads('成立，已移出')

  const anybody = await story.person('路人')
  await anybody.opens(papers.notice ?? '')
  await anybody.page.getByRole('rowheader', { name: other }).filter({ hasText: '已于 2026年9月1日移出名单' }).waitFor()
  const ours = await anybody.page.getByRole('rowheader', { name: firm.name }).innerText()
  expect(ours).not.toContain('移出')
  await anybody.opens('/lookup')
  await anybody.fills('异议回执编号', papers.objection ?? '')
  await anybody.presses('查询结果')
  await anybody.reads('经核实异议成立，该企业已移出公示名单')
  await anybody.reads(`理由：${opinion}`)
  await standsAt(story, 'notice')
  await readsOwnRemoval(story, opinion)
}

const opensObjection = async (officer: Awaited<ReturnType<Story['officer']>>, firm: string): Promise<void> => {
  await officer.opens('/office')
  await officer.follows(/^异议/)
  await officer.follows(firm)
  await officer.page.getByRole('heading', { level: 1, name: `对${firm}的异议` }).waitFor()
}

/** The firm taken off reads that it was and why, and not who objected. */
const readsOwnRemoval = async ({ papers, person }: Story, opinion: string): Promise<void> => {
  const firm = demoFirms.find(({ name }) => name === papers.other)
  if (!firm) throw new Error('not a firm of the demo')
  const removed = await person('另一企业')
  await removed.logsIn(demoOwner(firm.index).login, DEMO_PASSWORD)
  await removed.follows(firm.name)
  await removed.page.getByRole('navigation', { name: '本企业' }).getByRole('link', { name: '申报' }).click()
  await removed.page.getByRole('rowheader').getByRole('link').first().click()
  await removed.reads('公示异议成立，未通过')
  await removed.reads(opinion)
  expect(await removed.page.getByText('许实名').count()).toBe(0)
  await removed.leaves()
}

/** The period ends by the clock alone; what happened on the way has come to the firm as messages. */
export const periodEnds = async (story: Story): Promise<void> => {
  const handler = await story.officer('洛阳经办')
  await letsAWeekPass(handler, '2026年9月1日', '2026年9月8日')
  await standsAt(story, 'filing-ready')
  const owner = await story.person('林岚')
  for (const label of ['请补正材料', '等待实地核查', '市级公示中']) await owner.findsMessage(label)
  await owner.opens(story.papers.application ?? '')
}
