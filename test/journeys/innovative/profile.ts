import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from '../people.ts'
import { pdf, scanned } from './papers.ts'
import type { Story } from './story.ts'

/** Figures of a strong firm, 万元 and people; the research expense of 2025 is mistyped, as the review will find. */
const figures: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  年主营业务收入: { 2025: '6310.25', 2024: '5420.6', 2023: '4702.33' },
  年净利润: { 2025: '512.4', 2024: '436.1', 2023: '-35.2' },
  年末资产总额: { 2025: '7450', 2024: '6620.8', 2023: '5980' },
  年末负债总额: { 2025: '3120.5', 2024: '3010', 2023: '2955.6' },
}
const research: typeof figures = {
  年研发费用: { 2025: '512.3', 2024: '330.2', 2023: '271' },
  年末全职职工人数: { 2025: '126', 2024: '118', 2023: '109' },
  年研发人员: { 2025: '21', 2024: '19', 2023: '16' },
}
const revenue = { 2025: '6820.5', 2024: '5903.4', 2023: '5101.1' }

const entersYears = async (person: Person, table: typeof figures): Promise<void> => {
  for (const [name, years] of Object.entries(table))
    for (const [year, text] of Object.entries(years)) await person.fills(`${year} ${name}`, text)
}

/** All that was typed has arrived; whoever reads the page sees it at its head. */
const isSaved = async ({ page }: Person): Promise<void> => {
  await page
    .getByRole('status')
    .filter({ hasText: /^已保存 \d\d:\d\d/ })
    .waitFor()
}

const opensSection = async ({ page }: Person, title: string): Promise<void> => {
  const way = page.getByRole('navigation', { name: '资料目录' }).getByRole('link', { name: title })
  await way.click()
  await way.and(page.locator('[aria-current=page]')).waitFor()
}

const answers = async (scope: Locator, question: string, answer: string): Promise<void> => {
  await scope.getByRole('group', { name: question, exact: true }).getByText(answer, { exact: true }).click()
}

const opensProfile = async (person: Person, { firm }: Story): Promise<void> => {
  await person.opens('/enterprise')
  await person.follows(firm.name)
  await person.follows('企业资料')
  await person.page.getByRole('navigation', { name: '资料目录' }).waitFor()
}

/** The owner enters the firm once, section by section; every figure saves by itself. */
export const fillsTheProfile = async (story: Story): Promise<void> => {
  const owner = await story.person('林岚')
  const { page } = owner
  const main = page.getByRole('main')
  await opensProfile(owner, story)

  await opensSection(owner, '基本情况')
  await owner.fills('成立日期', '2012-06-18')
  await answers(main, '在河南省内工商注册登记', '是')
  await answers(main, '具有独立法人资格', '是')
  await owner.fills('所属行业代码', '3453')
  await answers(main, '被列入经营异常名录', '否')
  await answers(main, '被列入严重失信主体名单', '否')
  await answers(main, '产品（服务）属于国家禁止、限制或淘汰类', '否')
  await page.getByText('近三年没有发生').click()

  await opensSection(owner, '经济效益')
  // Read from the report in 元, then looked at in 万元: not a 分 is lost.
  await main.getByText('元', { exact: true }).click()
  await owner.fills('2025 年营业收入', '68205000.00')
  await main.getByText('万元', { exact: true }).click()
  await expect.poll(() => page.getByLabel('2025 年营业收入').inputValue(), { timeout: 30_000 }).toMatch(/^6,?820\.5$/)
  await entersYears(owner, { 年营业收入: { 2024: revenue[2024], 2023: revenue[2023] }, ...figures })

  await opensSection(owner, '研发与人员')
  await entersYears(owner, research)
  await page.getByText('没有建立研发机构').click()

  await opensSection(owner, '知识产权')
  await page.getByLabel('添加知识产权').selectOption({ label: '发明专利' })
  const patent = page.getByRole('group', { name: /^1\. 发明专利/ })
  await patent.getByLabel('名称', { exact: true }).fill('一种高精度行星减速器')
  await patent.getByLabel('授权日期').fill('2021-03-16')
  for (const fact of ['维持有效', '与主导产品相关', '自主研发取得']) await answers(patent, fact, '是')
  await patent.getByText('不是受让取得', { exact: true }).click()

  await opensSection(owner, '荣誉与奖励')
  await page.getByText('没有以下荣誉').click()
  await page.getByText('没有获得科技奖励').click()
  await opensSection(owner, '股权融资')
  await page.getByText('没有股权融资').click()
  await opensSection(owner, '产品与市场')
  await owner.fills('主导产品', '精密行星减速器')
  await answers(main, '属于《战略性新兴产业分类》', '是')
  await isSaved(owner)
}

/** Two colleagues write the same figure: the later one is asked, both values before them, and nothing is lost. */
export const settlesStaleSave = async (story: Story): Promise<void> => {
  const owner = await story.person('林岚')
  const colleague = await story.person('周牧')
  const figure = '2024 年研发费用'
  for (const person of [owner, colleague]) {
    await opensProfile(person, story)
    await opensSection(person, '研发与人员')
  }
  await owner.fills(figure, '331.5')
  await isSaved(owner)

  colleague.awaitsFault(/409 .*\/profile\/fact/)
  await colleague.fills(figure, '329.9')
  const question = colleague.page.getByRole('dialog', { name: `“${figure}”已由林岚修改` })
  await question.waitFor()
  expect(await question.innerText()).toMatch(/林岚[\s\S]*331\.5 万元[\s\S]*您刚才填的[\s\S]*329\.9 万元/)
  await question.getByRole('button', { name: '用我的' }).click()
  await question.waitFor({ state: 'hidden' })
  await isSaved(colleague)
  await owner.looksAgain()
  expect(await owner.page.getByLabel(figure).inputValue()).toBe('329.9')
  await owner.presses('研发费用：来源与佐证')
  const record = owner.page.getByRole('dialog').getByRole('group').filter({ hasText: '修改记录' }).nth(1)
  await record.getByText('修改记录').click()
  for (const words of [/331\.5 万元.*林岚/, /329\.9 万元.*周牧/])
    await record.getByRole('listitem').filter({ hasText: words }).waitFor()
}

/** A report long enough on the way to be broken off. */
const report = (year: number) =>
  scanned(
    pdf(`${year}年度审计报告`, ['营业收入 6820.5 万元，其中主营业务收入 6310.25 万元', '研发费用 412.3 万元']),
    1_500_000,
  )

/** Where each piece of an upload began, and whether the line is down. */
const watchUploads = async ({ page }: Person) => {
  const line = { down: Number.POSITIVE_INFINITY, began: [] as number[] }
  await page.route('**/api/uploads/**', async (route) => {
    const offset = new URL(route.request().url()).searchParams.get('offset')
    if (line.began.length >= line.down) return route.abort('internetdisconnected')
    if (offset !== null) line.began.push(Number(offset))
    return route.continue()
  })
  return line
}

/** The audit report goes up while the line breaks and the page is loaded anew: it goes on where it stopped. */
export const uploadsThroughBrokenLine = async (story: Story): Promise<void> => {
  const owner = await story.person('林岚')
  const { page } = owner
  await opensProfile(owner, story)
  await opensSection(owner, '经济效益')
  const dialog = page.getByRole('dialog', { name: '2025 年全部数字：来源与佐证' })
  const asksFor = () => owner.presses('2025 年全部数字：来源与佐证')

  const line = await watchUploads(owner)
  line.down = 2
  owner.awaitsFault(/ERR_INTERNET_DISCONNECTED .*\/api\/uploads\//)
  await asksFor()
  await dialog.getByLabel('来源', { exact: true }).selectOption({ label: '审计报告' })
  await dialog.getByLabel('选择文件').setInputFiles(report(2025))
  await dialog.getByText(/连接中断，已传 1 MB，将自动从断处继续/).waitFor()
  await owner.looksAgain()

  line.down = Number.POSITIVE_INFINITY
  await asksFor()
  await dialog.getByRole('link', { name: '2025年度审计报告.pdf' }).waitFor()
  expect(line.began.slice(0, 3)).toEqual([0, 512 * 1024, 1024 * 1024])
  await dialog.getByRole('button', { name: /^关闭/ }).click()

  await owner.presses('2024 年全部数字：来源与佐证')
  const other = page.getByRole('dialog')
  await other.getByLabel('来源', { exact: true }).selectOption({ label: '审计报告' })
  await other
    .getByLabel('选择文件')
    .setInputFiles([pdf('2024年度审计报告', ['演示']), pdf('2024年度专项说明', ['演示'])])
  await other.getByRole('link', { name: '2024年度审计报告.pdf' }).waitFor()
  await other.getByRole('link', { name: '2024年度专项说明.pdf' }).waitFor()
  await other.getByRole('button', { name: /^关闭/ }).click()
  await isSaved(owner)
}
