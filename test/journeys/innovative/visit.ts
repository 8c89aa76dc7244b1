import type { Person } from '../people.ts'
import { findsCase } from './review.ts'
import { standsAt } from './standing.ts'
import type { Story } from './story.ts'

/** The handler names the day and two verifiers; the firm reads who comes and when. */
export const schedules = async (story: Story): Promise<void> => {
  const handler = await story.officer('洛阳经办')
  await findsCase(handler, story.firm.name)
  const record = handler.page.getByRole('listitem')
  for (const [act, officer] of [
    ['材料审核：拟通过', '演示经办（洛阳）'],
    ['审批同意审核意见', '演示审批（洛阳）'],
  ] as const)
    await record.filter({ hasText: act }).filter({ hasText: officer }).first().waitFor()
  await handler.decides('安排实地核查…', '安排实地核查', async (dialog) => {
    await dialog.getByLabel('核查人员（一）').selectOption({ label: '演示核查甲（洛阳）' })
    await dialog.getByLabel('核查人员（二）').selectOption({ label: '演示核查乙（洛阳）' })
  })
  await standsAt(story, 'visit')
  const owner = await story.person('林岚')
  await owner.reads('9月1日，核查人员 演示核查甲（洛阳）、演示核查乙（洛阳）')
}

/** Finds the visit in the list of one's own visits. */
const opensVisit = async (verifier: Person, { firm }: Story, way: string): Promise<void> => {
  const { page } = verifier
  await verifier.opens('/office')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '实地核查' }).click()
  await page.getByRole('row').filter({ hasText: firm.name }).getByRole('link', { name: way }).click()
  await page.getByRole('heading', { level: 1, name: firm.name }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /已联网|已全部上传/ })
    .waitFor()
}

/** On the factory floor the network comes and goes; what was noted stays on the phone and goes up by itself. */
const notes = async (verifier: Person): Promise<void> => {
  const { page, context } = verifier
  const lines = page.getByRole('article')
  const first = lines.first()
  verifier.awaitsFault(/ERR_INTERNET_DISCONNECTED/)
  await context.setOffline(true)
  await first.getByText('属实', { exact: true }).click()
  const picture = await page.screenshot({ type: 'jpeg', quality: 60 })
  await first.getByLabel('拍照').setInputFiles({ name: '厂区大门.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByRole('status').filter({ hasText: '1 张照片待上传' }).filter({ hasText: '离线，已存在本机' }).waitFor()
  await context.setOffline(false)
  const last = (await lines.count()) - 1
  for (let at = 1; at < last; at++) await lines.nth(at).getByText('属实', { exact: true }).click()
  const differing = lines.nth(last)
  await differing.getByText('有出入', { exact: true }).click()
  await differing.getByLabel('实际数或实际情况').fill('近三年有一次轻微行政处罚，已整改，不属重大')
  await page
    .getByRole('status')
    .filter({ hasText: `已存 ${last + 1}/${last + 1} 项` })
    .filter({ hasText: '已全部上传' })
    .waitFor()
}

/** Two verifiers sign the same sheet, each on a phone of their own. */
export const bothVerify = async (story: Story): Promise<void> => {
  const first = await story.officer('洛阳核查甲', 'phone')
  await opensVisit(first, story, '开始记录')
  await notes(first)
  await first.decides('签字…', '签字', (dialog) =>
    dialog.getByLabel('核查结论').fill('现场与申报一致；一项处罚情况已核实，不影响参评条件。'),
  )
  await first.reads('您已签字，等演示核查乙（洛阳）核对后签同一份')

  const second = await story.officer('洛阳核查乙', 'phone')
  await opensVisit(second, story, '核对签字')
  await second.decides('核对无误，签字…', '签字，完成核查')
  await second.reads('两名核查人员已签字，实地核查完成')
  await standsAt(story, 'visit-conclusion')
  await first.leaves()
  await second.leaves()
}

/** The handler's opinion on the visit, approved by another person. */
export const concludesVisit = async (story: Story): Promise<void> => {
  const handler = await story.officer('洛阳经办')
  await findsCase(handler, story.firm.name)
  await handler.reads('现场与申报一致；一项处罚情况已核实，不影响参评条件。')
  await handler.decides('核查通过，报审批…', '核查通过，报审批')
  await standsAt(story, 'visit-approval')
  const approver = await story.officer('洛阳审批')
  await findsCase(approver, story.firm.name)
  await approver.decides('同意…', '同意')
  await standsAt(story, 'notice-ready')
}
