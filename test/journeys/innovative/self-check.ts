import type { Story } from './story.ts'

/** Anyone tries the standard on figures of their own, with network and without, and nobody asks who they are. */
export const assessesAlone = async (story: Story): Promise<void> => {
  const { page, context, ...anybody } = await story.person('路人')
  await anybody.opens('/')
  await anybody.follows('自测')
  await page.getByRole('heading', { level: 1, name: '创新型中小企业自测' }).waitFor()
  const verdict = page.getByRole('region', { name: '结论' })
  await anybody.presses('载入示例')
  await verdict.filter({ hasText: '80–90' }).filter({ hasText: '达到“创新型中小企业”公告条件' }).waitFor()

  await context.setOffline(true)
  await anybody.fills('2025 年研发费用', '10')
  await verdict.filter({ hasText: '60–70' }).waitFor()
  await page.getByRole('region', { name: '每一分的依据' }).getByText('研发费用总额占营业收入总额比重').first().click()
  await anybody.reads(/2025 年研发费用总额 10.00 万元，占 2025 年营业收入总额 1,001.00 万元的约 0.99%，.*得 0 分/)
  await context.setOffline(false)
}
