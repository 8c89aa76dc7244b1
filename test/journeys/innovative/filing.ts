import { beginsList, handsUp, opensList, ticksOnly } from './lists.ts'
import { standsAt } from './standing.ts'
import type { Story } from './story.ts'

const TITLE = '洛阳市 2026 年度第二批创新型中小企业备案名单（四）'

/** Filed with the province by two people; the approver declares that review and verification are true. */
export const files = async (story: Story): Promise<void> => {
  const handler = await story.officer('洛阳经办')
  await beginsList(handler, '备案')
  await ticksOnly(handler, [story.firm.name])
  await handsUp(handler, TITLE, '列入备案名单，报审批（1 家）')
  await standsAt(story, 'filing-approval')

  const approver = await story.officer('洛阳审批')
  await opensList(approver, '备案', TITLE)
  await approver.page
    .getByRole('region', { name: '材料审核及实地核查真实性声明' })
    .filter({ hasText: '待审批人员声明' })
    .waitFor()
  await approver.decides('声明真实，报省备案…', '声明真实，报省备案')
  await approver.page
    .getByRole('region', { name: '材料审核及实地核查真实性声明' })
    .filter({ hasText: /声明人\s*演示审批（洛阳）/ })
    .waitFor()
  await standsAt(story, 'filed')
}
