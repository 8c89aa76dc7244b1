import { expect } from 'vitest'
import type { Person } from '../people.ts'
import { declaresAndHandsIn } from './apply.ts'
import { pdf } from './papers.ts'
import { standsAt } from './standing.ts'
import type { Story } from './story.ts'

/** Finds a firm's case in the list of all cases, as one does when somebody calls. */
export const findsCase = async (officer: Person, firm: string): Promise<void> => {
  await officer.opens('/office')
  await officer.follows('全部案件')
  await officer.fills('企业名称或信用代码', firm)
  await officer.presses('筛选')
  await officer.page.getByRole('rowheader').getByRole('link', { name: firm, exact: true }).click()
  await officer.page.getByRole('heading', { level: 1, name: firm }).waitFor()
}

const offers = ({ page }: Person, button: string) => page.getByRole('button', { name: button, exact: true })

/** The desk shows fact beside evidence; nobody of another place sees the case, whatever address they have. */
export const looksAtTheCase = async (story: Story): Promise<void> => {
  const handler = await story.officer('洛阳经办')
  const { page } = handler
  await findsCase(handler, story.firm.name)
  story.papers.desk = new URL(page.url()).pathname
  await page
    .getByRole('rowheader', { name: /2025 年研发费用/ })
    .first()
    .waitFor()
  await handler.presses('2025年度审计报告.pdf')
  await page.getByRole('region', { name: '佐证：2025年度审计报告.pdf' }).waitFor()
  await page.getByText('未附佐证').first().waitFor()
  expect(await offers(handler, '同意…').count()).toBe(0)

  const elsewhere = await story.officer('郑州经办')
  elsewhere.awaitsFault(/404/)
  await elsewhere.opens(story.papers.desk)
  await elsewhere.reads('代码 case.not-found')
  expect(await elsewhere.page.getByText(story.firm.name).count()).toBe(0)
  await elsewhere.leaves()
}

/** The handler returns the case with two coded reasons; the firm reads them in words, corrects, hands in again. */
export const returnsAndCorrects = async (story: Story): Promise<void> => {
  const handler = await story.officer('洛阳经办')
  await handler.decides('退回补正…', '退回补正', async (dialog) => {
    const first = dialog.getByRole('group', { name: '理由 1' })
    await first.getByLabel('类别').selectOption({ label: '填报数值与佐证材料不一致' })
    await first.getByLabel('需要补正什么').fill('审计报告附注中的研发费用为 412.30 万元，请核对后更正。')
    await dialog.getByRole('button', { name: '再加一条' }).click()
    const second = dialog.getByRole('group', { name: '理由 2' })
    await second.getByLabel('类别').selectOption({ label: '缺少佐证材料' })
    await second.getByLabel('需要补正什么').fill('请补充发明专利证书。')
  })
  await standsAt(story, 'correction')

  const owner = await story.person('林岚')
  const { page } = owner
  for (const words of [
    /填报数值与佐证材料不一致\s*：审计报告附注中的研发费用为 412.30 万元/,
    /缺少佐证材料\s*：请补充发明专利证书。/,
  ])
    await page.getByRole('listitem').filter({ hasText: words }).first().waitFor()
  await owner.follows('去修改资料和佐证')
  const sections = page.getByRole('navigation', { name: '资料目录' })
  await sections.getByRole('link', { name: '研发与人员' }).click()
  await owner.fills('2025 年研发费用', '412.3')
  await sections.getByRole('link', { name: '知识产权' }).click()
  await owner.presses(/^1\. 发明专利.*：来源与佐证$/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('来源', { exact: true }).selectOption({ label: '证书、证明文件' })
  await dialog.getByLabel('选择文件').setInputFiles(pdf('发明专利证书', ['一种高精度行星减速器']))
  await dialog.getByRole('link', { name: '发明专利证书.pdf' }).waitFor()
  await dialog.getByRole('button', { name: /^关闭/ }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^已保存 \d\d:\d\d/ })
    .waitFor()

  await owner.opens(story.papers.application ?? '')
  await declaresAndHandsIn(owner, '重新提交')
  await owner.reads(/第 2 次提交/)
  story.papers.receipt = await page
    .getByText(/^SB\d{8}-410300-/)
    .first()
    .innerText()
  await standsAt(story, 'review')
}

/** An officer with both posts may do either half, never both of the same decision (第七条). */
const employsOfficerWithTwoPosts = async (story: Story): Promise<Person> => {
  const posts = ['--role', 'handler', '--role', 'approver']
  const printed = story.admin(
    'create-officer',
    '--login',
    'heshuang@luoyang.example',
    '--name',
    '何双',
    '--authority',
    '410300',
    ...posts,
  )
  const password = /：([a-z2-9-]{14})$/m.exec(printed)?.[1] ?? ''
  const officer = await story.person('何双')
  await officer.logsIn('heshuang@luoyang.example', password)
  await officer.reads('请先设置自己的密码')
  await officer.fills('现在的密码', password)
  await officer.fills('新密码', 'Luo-He-2026-gxj')
  await officer.presses('修改密码')
  await officer.page.getByRole('heading', { level: 1, name: /^待办/ }).waitFor()
  return officer
}

/** Accepted, sent back once, accepted again by the handler, approved by another person. */
export const acceptsAndApproves = async (story: Story): Promise<void> => {
  const both = await employsOfficerWithTwoPosts(story)
  await findsCase(both, story.firm.name)
  await both.decides('通过，报审批…', '通过，报审批')
  await both.opens(story.papers.desk ?? '')
  await both.reads('经办 何双：拟通过，等待审批')
  expect(await offers(both, '同意…').count()).toBe(0)
  const act = { act: 'review.confirm', payload: {} }
  const acts = `/api${(story.papers.desk ?? '').replace('/office', '')}/acts`
  const { seq } = (await (await both.context.request.get(acts.replace('/acts', ''))).json()) as { seq: number }
  expect(await both.forces('POST', acts, { ...act, baseSeq: seq })).toEqual({ status: 403, code: 'act.same-person' })
  const handler = await story.officer('洛阳经办')
  expect(await handler.forces('POST', acts, { ...act, baseSeq: seq })).toEqual({
    status: 403,
    code: 'act.not-your-role',
  })
  await standsAt(story, 'review-approval')

  const approver = await story.officer('洛阳审批')
  await findsCase(approver, story.firm.name)
  await approver.decides('退回经办…', '退回经办', (dialog) =>
    dialog.getByLabel('意见').fill('请写明研发费用更正后的核对情况。'),
  )
  await handler.opens(story.papers.desk ?? '')
  await handler.reads('请写明研发费用更正后的核对情况。')
  await handler.decides('通过，报审批…', '通过，报审批', (dialog) =>
    dialog.getByLabel(/^意见/).fill('已与审计报告附注核对一致。'),
  )
  await approver.opens(story.papers.desk ?? '')
  await approver.reads('已与审计报告附注核对一致。')
  await approver.decides('同意…', '同意')
  await standsAt(story, 'visit')
  await both.leaves()
}

/** Once the first decision is approved nobody can take the application back any more (第七条 自愿). */
export const cannotWithdrawAnyMore = async (story: Story): Promise<void> => {
  const owner = await story.person('林岚')
  expect(await offers(owner, '撤回申报…').count()).toBe(0)
  const [, enterprise, id] = /enterprise\/([^/]+)\/applications\/([^/]+)/.exec(story.papers.application ?? '') ?? []
  const path = `/api/enterprises/${enterprise}/cases/${id}`
  const { seq } = (await (await owner.context.request.get(path)).json()) as { seq: number }
  const refused = await owner.forces('POST', `${path}/withdrawal`, { baseSeq: seq })
  expect(refused).toEqual({ status: 409, code: 'act.not-available' })
}
