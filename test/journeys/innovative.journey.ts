import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoUscc } from '../../server/demo/uscc.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type ServedFresh, serveFresh } from '../served.ts'
import { handsIn } from './innovative/apply.ts'
import { claimsTheFirm, invitesColleague, wrongClaimIsRefused } from './innovative/claim.ts'
import { files } from './innovative/filing.ts'
import { objects, periodEnds, publishesNotice, upholdsObjection } from './innovative/notice.ts'
import { fillsTheProfile, settlesStaleSave, uploadsThroughBrokenLine } from './innovative/profile.ts'
import { announces, checks, draws, isInTheRegister, publishesProvincialNotice } from './innovative/province.ts'
import { acceptsAndApproves, cannotWithdrawAnyMore, looksAtTheCase, returnsAndCorrects } from './innovative/review.ts'
import { assessesAlone } from './innovative/self-check.ts'
import { begin, type Story } from './innovative/story.ts'
import { bothVerify, concludesVisit, schedules } from './innovative/visit.ts'
import { picture } from './people.ts'

/**
 * One firm's whole road, in the order of the regulation, by everybody on it, in a real browser. Each test goes on where
 * the one before it ended; after a failure the rest has nothing to stand on and is left out.
 */
describe('一家企业的全过程：自测、申报、审核、核查、公示、备案、抽查、公告', () => {
  let served: ServedFresh
  let browser: Browser
  let story: Story
  let broken = false

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
    story = begin(browser, served, { name: '洛阳演示砺锋精密传动有限公司', uscc: demoUscc('410300', 90001) })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  /** One stage: whatever any browser noted against a page on the way is a failure too. */
  const stage =
    (...steps: readonly ((story: Story) => Promise<void>)[]) =>
    async ({ skip }: { readonly skip: (note: string) => void }): Promise<void> => {
      if (broken) skip('前面的环节没有走通')
      try {
        for (const step of steps) await step(story)
        expect(story.faults()).toEqual([])
      } catch (error) {
        broken = true
        const taken = await picture(story.people.values(), mkdtempSync(join(tmpdir(), 'tidu-journey-')))
        console.error(`各人眼前的页面：\n${taken.join('\n')}`)
        throw error
      }
    }

  test('R9.1 自评：任何人不登录即可自测，断网照算，每一分有算式（第九条）', stage(assessesAlone))
  test('R5.2 登记与认领：代码逐位核对，执照和授权书由属地主管部门确认（第五条）', stage(claimsTheFirm))
  test('R7.3 有争议的认领由经办提出、另一人审批，现负责人不受影响（第七条）', stage(wrongClaimIsRefused))
  test(
    'R6.2 资料一次填写：同事凭链接加入，元与万元换算不差分毫，两人同改一数并列选择，一个不丢（第六条）',
    stage(invitesColleague, fillsTheProfile, settlesStaleSave),
  )
  test('R6.2 佐证上传中断、刷新后从断处继续，一次可传多份（第六条）', stage(uploadsThroughBrokenLine))
  test('R9.2 B9 企业自愿申报：即时得分、真实性声明、提交、回执（第九条）', stage(handsIn))
  test('R9.3 R5.2 市级材料审核：事实与佐证对照；外地人员凭地址也看不到（第五条、第九条）', stage(looksAtTheCase))
  test('R9.9 退回补正写明理由，企业补正后重新提交（第九条）', stage(returnsAndCorrects))
  test('R7.3 经办与审批为两人：本人不能审批自己的意见，审批退回一次后同意（第七条）', stage(acceptsAndApproves))
  test('R7.1 审核意见批准后不能再撤回（第七条）', stage(cannotWithdrawAnyMore))
  test(
    'R9.4 实地核查：两人在手机上记录、拍照，断网不丢，签同一份，再经审批（第九条）',
    stage(schedules, bothVerify, concludesVisit),
  )
  test('R9.5 市级公示：名单经两人办理后公开，期限按工作日推算（第九条）', stage(publishesNotice))
  test('R9.10 实名异议附佐证，经两人认定成立，只移出该企业（第九条、第十七条）', stage(objects, upholdsObjection))
  test('R9.5 公示期满由时钟自动转入备案（第九条）', stage(periodEnds))
  test('R9.6 备案：审批人员声明审核和核查真实（第九条）', stage(files))
  test('R9.7 B5 省级抽取可以复算，抽查记录经两人办理（第九条）', stage(draws, checks))
  test('R9.7 省级公示及期满（第九条）', stage(publishesProvincialNotice))
  test('R9.8 R7.2 公告载明文号和有效期，企业随时看到进度（第七条、第九条）', stage(announces))
  test('R9.8 R13.1 公开名册按名称、代码查到称号和载明的有效期（第十三条）', stage(isInTheRegister))
})
