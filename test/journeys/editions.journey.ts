import { tmpdir } from 'node:os'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/demo/people.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'
import { newInstrument } from '../uploads.ts'
import { introduce, type Person, picture } from './people.ts'

/** A new edition's road in a browser: a faulty file first, corrected in the page, a second person, a batch, the public. */
describe('标准新版本（第八条）', () => {
  let served: Served
  let browser: Browser
  let handler: Person
  let approver: Person
  let visitor: Person

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
    handler = await introduce(browser, served.address, '省经办')
    approver = await introduce(browser, served.address, '省审批')
    visitor = await introduce(browser, served.address, '公众', 'phone')
    await handler.logsIn('jingban@sheng.yanshi.example', DEMO_PASSWORD)
    await approver.logsIn('shenpi@sheng.yanshi.example', DEMO_PASSWORD)
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  const looks = async ({ page, name }: Person): Promise<void> => {
    expect(await overflow(page), `${name} ${page.url()}`).toBe(0)
    expect(await audit(page), `${name} ${page.url()}`).toEqual([])
  }
  const file = (name: string, text: string) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) })
  const [standard, terms] = newInstrument() as [{ name: string; text: string }, { name: string; text: string }]

  test('R8.2 提交有误的文件、改正、看差异、提交、第二人批准、批次选用、公众可读', async () => {
    onTestFailed(async () => {
      for (const line of await picture([handler, approver, visitor], tmpdir())) console.log(line)
    })
    // A gap between two bands: the page names file, line and reason, and shows the line.
    const faulty = standard.text.replace('from: 2%, to: 3%', 'from: 2%, to: 2.5%')
    await handler.opens('/office/editions')
    await handler.follows('提交新版本')
    await handler.reads('选择同一文件的标准')
    await handler.page.getByLabel('选择文件').setInputFiles([file(standard.name, faulty), file(terms.name, terms.text)])
    await handler.presses('检查')
    await handler.reads('有 1 处问题，不能提交')
    await handler.reads(/2\.5% 与 3% 之间有空隙/)
    expect(await handler.page.locator('.finding__marked').textContent()).toContain('option: B')
    expect(await handler.page.getByRole('button', { name: '提交，报审批' }).count()).toBe(0)
    await looks(handler)
    await handler.page.setViewportSize({ width: 390, height: 844 })
    await looks(handler)
    await handler.page.setViewportSize({ width: 1280, height: 900 })

    // A paper is no standard: said at once, and what is there stays.
    await handler.page
      .getByLabel('选择文件')
      .setInputFiles([{ name: '通知.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04\0\0') }])
    await handler.reads('“通知.docx”不是文本文件，没有放进来')

    // Corrected where it stands: nothing typed was lost.
    const content = handler.page.getByLabel('内容').first()
    expect(await content.inputValue()).toBe(faulty)
    await content.fill(standard.text)
    await handler.presses('检查')
    await handler.reads('检查通过，可以提交')
    await handler.reads('6% 以上 20 分')
    await looks(handler)
    await handler.fills('依据和说明', '按演示〔2026〕9号录入，已逐条核对（虚构）')
    await handler.presses('提交，报审批')
    await handler.page.waitForURL(/\/office\/editions\/[0-9a-f]{8}-/)
    await handler.reads('撤回…')
    const address = new URL(handler.page.url()).pathname
    await looks(handler)
    await visitor.opens('/standards')
    expect(await visitor.page.getByText('虚构的新版').count()).toBe(0)

    // The form is the handler's; everybody else is told before typing.
    await approver.opens('/office/editions/new')
    await approver.reads('标准新版本由省工业和信息化厅经办人员提交')
    expect(await approver.page.getByLabel('选择文件').count()).toBe(0)
    await looks(approver)

    // Another person finds it, sees what it would do, and puts it in force.
    const told = '标准新版本待审批：创新型中小企业评价标准（虚构的新版）'
    const arrived = async () => {
      await approver.opens('/office/inbox')
      return approver.page.getByRole('link', { name: told }).count()
    }
    // Messages are brought round every few seconds.
    await expect.poll(arrived, { timeout: 60_000, interval: 1000 }).toBe(1)
    await approver.follows(told)
    await approver.page.waitForURL(`**${address}`)
    await approver.follows(/^标准 \d/)
    await approver.follows('创新型中小企业评价标准（虚构的新版）')
    await approver.reads('按演示〔2026〕9号录入，已逐条核对（虚构）')
    await approver.follows('测算影响')
    await approver.page.waitForURL(/\/effect$/)
    await approver.reads('对现有企业的影响')
    await approver.opens(address)
    await looks(approver)
    await approver.decides('批准启用…', '批准启用', (dialog) => dialog.getByText('批准后不能收回').waitFor())
    await approver.reads('尚未启用')
    await approver.reads('批准，供新批次使用')

    // A batch that opens later goes by it, one before keeps the standard it has.
    await handler.opens('/office/batches/new')
    await handler.fills(/申报开始日/, '2026-09-30')
    await handler.reads('现行：创新型中小企业评价标准（工信部企业〔2022〕63号')
    await handler.fills(/申报开始日/, '2026-10-08')
    await handler.reads('现行：创新型中小企业评价标准（虚构的新版）（演示〔2026〕9号')
    await handler.reads('已有新版：创新型中小企业评价标准（工信部企业〔2022〕63号')
    await looks(handler)
    await handler.fills(/通知文号/, '演示函〔2026〕40号')
    await handler.fills(/批次名称/, '2026 年度第三批创新型中小企业评价')
    await handler.fills(/申报截止日/, '2026-10-30')
    await handler.fills(/市级办结日/, '2026-11-30')
    await handler.fills(/省级办结日/, '2026-12-31')
    await handler.fills(/称号有效期起/, '2026-12-01')
    await handler.fills(/称号有效期止/, '2029-11-30')
    await handler.presses('拟定，报审批')
    await handler.reads('创新型中小企业评价标准（虚构的新版）（演示〔2026〕9号）')

    // Everybody may now read it, on a phone, with what it changed.
    await visitor.opens('/standards')
    await visitor.follows('创新型中小企业评价标准（虚构的新版）')
    await visitor.reads('与上一版的差异')
    await visitor.reads('6% 以上 20 分')
    await looks(visitor)
    expect([handler, approver, visitor].flatMap((person) => person.faults())).toEqual([])
  }, 240_000)
})
