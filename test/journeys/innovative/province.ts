import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Person } from '../people.ts'
import { beginsList, handsUp, letsAWeekPass, opensList, statesPeriod, ticksOnly } from './lists.ts'
import { findsCase } from './review.ts'
import { standsAt } from './standing.ts'
import type { Story } from './story.ts'

const NOTICE = '2026 年度第二批创新型中小企业拟公告名单（四）'
const ANNOUNCEMENT = '2026 年度第二批创新型中小企业名单（四）'
const NUMBER = '演示公告〔2026〕21号'

/** All filed firms are drawn; the record can be computed again by anybody. */
export const draws = async (story: Story): Promise<void> => {
  const handler = await story.officer('省厅经办')
  const { page } = handler
  await handler.opens('/office')
  await handler.follows(/^抽取/)
  await handler.fills('比例', '100')
  await handler.reads(/其余 0 家直接进入省级公示环节/)
  await handler.decides('随机抽取…', '抽取')
  await handler.reads('按记录的名单和种子复算，结果一致。')
  await page.getByRole('table', { name: '抽中的企业' }).getByRole('rowheader', { name: story.firm.name }).waitFor()
  await drawsAgain(handler)
  await standsAt(story, 'spot-check')
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Draws again by the three sentences the record gives, with nothing but what stands on the page. */
const drawsAgain = async ({ page }: Person): Promise<void> => {
  await page.getByText('抽取名单全文').click()
  const text = await page.getByRole('main').innerText()
  const [, seed] = /随机种子\s*([0-9a-f]{64})/.exec(text) ?? []
  const [, digest] = /名单摘要\s*([0-9a-f]{64})/.exec(text) ?? []
  const rows = page.getByRole('table', { name: '抽取名单' }).getByRole('row')
  const cells = (await rows.allInnerTexts()).slice(1).map((row) => row.split('\t').map((cell) => cell.trim()))
  const list = cells.map(([, id = '', name = '']) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(sha256(list.map(({ id }) => `${id}\n`).join(''))).toBe(digest)
  const drawn = list
    .map(({ id, name }) => ({ name, key: sha256(`${seed}${id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const shown = await page
    .getByRole('table', { name: '抽中的企业' })
    .getByRole('rowheader')
    .getByRole('link')
    .allInnerTexts()
  expect(shown).toEqual(drawn.map(({ name }) => name))
}

/** The spot check is put on record by the handler and approved by another person. */
export const checks = async (story: Story): Promise<void> => {
  const handler = await story.officer('省厅经办')
  await findsCase(handler, story.firm.name)
  await handler.decides('抽查通过，报审批…', '抽查通过，报审批', async (dialog) => {
    await dialog.getByLabel('抽查人员').fill('丁一、戊二')
    await dialog.getByLabel('抽查情况').fill('查阅审计报告和专利登记簿，现场核对研发台账，与申报一致。')
  })
  await standsAt(story, 'spot-check-approval')
  const approver = await story.officer('省厅审批')
  await findsCase(approver, story.firm.name)
  await approver.reads('查阅审计报告和专利登记簿，现场核对研发台账，与申报一致。')
  await approver.decides('同意…', '同意')
  await standsAt(story, 'province-notice-ready')
}

/** The province's own notice, again published by a second person and ended by the clock. */
export const publishesProvincialNotice = async (story: Story): Promise<void> => {
  const handler = await story.officer('省厅经办')
  await beginsList(handler, '公示')
  await ticksOnly(handler, [story.firm.name])
  await statesPeriod(handler, '2026-09-08', '9月14日')
  await handsUp(handler, NOTICE, '列入省级公示名单，报审批（1 家）')
  await standsAt(story, 'province-notice-approval')
  const approver = await story.officer('省厅审批')
  await opensList(approver, '公示', NOTICE)
  await approver.decides('同意公示…', '同意公示')
  await standsAt(story, 'province-notice')
  await letsAWeekPass(approver, '2026年9月8日', '2026年9月15日')
  await standsAt(story, 'announcement-ready')
  await handler.findsMessage(/收到备案：洛阳市.*备案名单（四）/)
}

/** Announced with document number and validity as stated; the title stands in the public register at once. */
export const announces = async (story: Story): Promise<void> => {
  const { firm } = story
  const handler = await story.officer('省厅经办')
  await beginsList(handler, '公告')
  await handler.fills('文号', NUMBER)
  await handler.reads('恰为三年。')
  await ticksOnly(handler, [firm.name])
  await handsUp(handler, ANNOUNCEMENT, '列入公告名单，报审批（1 家）')
  await standsAt(story, 'announcement-approval')
  const approver = await story.officer('省厅审批')
  await opensList(approver, '公告', ANNOUNCEMENT)
  await approver.decides('发布公告…', '发布公告')
  await standsAt(story, 'announced')
}

/** Anybody finds the title by name and by code, with its validity and the announcement it rests on; nothing private. */
export const isInTheRegister = async (story: Story): Promise<void> => {
  const { firm } = story
  const anybody = await story.person('路人')
  const { page } = anybody
  await anybody.opens('/register')
  for (const sought of [firm.name.slice(4, 9), firm.uscc]) {
    await anybody.fills('企业名称或统一社会信用代码', sought)
    await anybody.presses('查询')
    const row = page.getByRole('row').filter({ hasText: firm.name })
    await row
      .filter({ hasText: '2026-09-01 至 2029-08-31' })
      .filter({ hasText: '有效' })
      .filter({ hasText: NUMBER })
      .waitFor()
  }
  expect(await page.locator('main').innerText()).not.toMatch(/林岚|6,?310/)
  await anybody.follows(NUMBER)
  await page.getByRole('heading', { level: 1, name: ANNOUNCEMENT }).waitFor()
  await page.getByRole('rowheader', { name: firm.name }).waitFor()
}
