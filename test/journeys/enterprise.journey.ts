import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPaper } from '../../server/demo/paper.ts'
import { DEMO_PASSWORD } from '../../server/demo/people.ts'
import { freshUscc } from '../enterprise.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'

const PASSWORD = 'correct horse 2026'
const FIRM = '洛阳青石轴承与精密传动系统研究开发有限责任公司'

/**
 * A firm comes into the house: registered, claimed, filled in while it waits, joined by a colleague, and claimed by
 * somebody who should not have it (第九条: 企业按属地原则自愿提出).
 */
describe('企业登记、认领与资料', () => {
  let served: Served
  let browser: Browser
  const uscc = freshUscc()
  let owner: Page
  let colleague: Page
  let stranger: Page
  let handler: Page
  let approver: Page
  let firmHome = ''

  const open = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
    context.setDefaultTimeout(10_000)
    return { context, page: await context.newPage() }
  }

  /** Somebody new, with an account of their own. */
  const newPerson = async (name: string): Promise<Page> => {
    const { context, page } = await open()
    const answer = await context.request.post(`${served.address}/api/persons`, {
      headers: { 'idempotency-key': randomUUID(), origin: served.address },
      data: { login: `${randomUUID()}@example.com`, name, password: PASSWORD },
    })
    expect(answer.status()).toBe(200)
    return page
  }

  const officer = async (login: string): Promise<Page> => {
    const { page } = await open()
    await page.goto(`${served.address}/login?next=/office/claims`)
    await page.fill('input[name=login]', login)
    await page.fill('input[name=password]', DEMO_PASSWORD)
    await Promise.all([page.waitForURL('**/office/claims'), page.click('main button[type=submit]')])
    return page
  }

  const main = (page: Page) => page.locator('main')
  const goTo = (page: Page, path: string) => page.goto(`${served.address}${path}`, { waitUntil: 'networkidle' })
  const paper = (name: string) => ({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(demoPaper(name, [FIRM, uscc, randomUUID()])),
  })

  const claim = async (page: Page, name: string): Promise<void> => {
    await page.waitForURL('**/enterprise/claims/**')
    await page.locator('#licence-files').setInputFiles(paper('营业执照'))
    await page.locator('#letter-files').setInputFiles(paper('授权书'))
    await page.getByRole('textbox', { name: '姓名' }).fill(name)
    await page.getByRole('textbox', { name: '职务' }).fill('办公室主任')
    await page.getByRole('textbox', { name: '联系电话' }).fill('0379-12345678')
    await expect.poll(() => page.getByText('已上传 ·').count()).toBe(2)
    await page.getByRole('button', { name: '提交，等待核实' }).click()
    await expect.poll(() => main(page).textContent()).toContain('正在核实')
  }

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
    ;[owner, colleague, stranger] = await Promise.all([newPerson('李四'), newPerson('钱八'), newPerson('周七')])
    handler = await officer('jingban@luoyang.yanshi.example')
    approver = await officer('shenpi@luoyang.yanshi.example')
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  test('代码写错：指出第几位；改对后登记，选择所在地主管部门', async () => {
    await goTo(owner, '/enterprise')
    expect(await main(owner).textContent()).toContain('您还没有代表任何企业')
    await goTo(owner, '/enterprise/register')
    await owner.getByRole('textbox', { name: '统一社会信用代码' }).fill(`${uscc.slice(0, 16)}O${uscc.slice(17)}`)
    await owner.getByRole('button', { name: '核对代码' }).click()
    await expect.poll(() => main(owner).textContent()).toContain('第 17 位“O”')
    expect(await owner.locator('.code__place--wrong').textContent()).toContain('O')
    await owner.getByRole('textbox', { name: '统一社会信用代码' }).fill(` ${uscc.toLowerCase()} `)
    await owner.getByRole('button', { name: '核对代码' }).click()
    await expect.poll(() => main(owner).textContent()).toContain('代码符合国家标准')
    expect(await audit(owner)).toEqual([])
    await owner.getByRole('textbox', { name: '企业名称' }).fill(FIRM)
    await owner.getByLabel('所在地主管部门').selectOption('410300')
    await owner.getByRole('button', { name: '登记，下一步提交证明' }).click()
  })

  test('缺材料不能提交，说明缺什么；上传营业执照和授权书后等待核实', async () => {
    await owner.waitForURL('**/enterprise/claims/**')
    await owner.getByRole('button', { name: '提交，等待核实' }).click()
    await expect.poll(() => owner.getByRole('alert').textContent()).toContain('请上传营业执照')
    await claim(owner, '李四')
    expect(await audit(owner)).toEqual([])
    await owner.getByRole('link', { name: '先填写资料' }).click()
    await owner.waitForURL('**/profile')
    firmHome = new URL(owner.url()).pathname.replace(/\/profile$/, '')
  })

  test('等待期间可以填资料：自动保存；断网时留在本页，恢复后存上', async () => {
    await goTo(owner, `${firmHome}/profile/economy`)
    const status = () => owner.locator('.save-status').textContent()
    await owner.getByRole('textbox', { name: '2025 年营业收入' }).fill('1001')
    await expect.poll(status).toMatch(/已保存 \d\d:\d\d/)
    await owner.context().setOffline(true)
    await owner.getByRole('textbox', { name: '2025 年主营业务收入' }).fill('985.6')
    await expect.poll(status, { timeout: 10_000 }).toContain('未能保存，重试中')
    await owner.getByRole('link', { name: '下一部分：研发与人员' }).click()
    await owner.getByRole('textbox', { name: '2025 年研发费用' }).fill('约五十')
    await owner.context().setOffline(false)
    await expect.poll(status, { timeout: 20_000 }).toMatch(/已保存/)
    await owner.reload({ waitUntil: 'networkidle' })
    expect(await owner.getByLabel('2025 年研发费用').inputValue()).toBe('约五十')
    expect(await main(owner).textContent()).toContain('“约”不是数字')
    await goTo(owner, `${firmHome}/profile/economy`)
    expect(await owner.getByLabel('2025 年主营业务收入').inputValue()).toBe('985.6')
  })

  test('确认之前不能申报', async () => {
    await goTo(owner, firmHome)
    expect(await main(owner).textContent()).toContain('认领确认后开放')
  })

  test('经办对照材料确认', async () => {
    await goTo(handler, '/office/claims')
    await handler.getByRole('link', { name: FIRM }).click()
    await handler.waitForURL('**/office/claims/*')
    await expect.poll(() => handler.locator('.viewer').textContent()).toContain('营业执照.pdf')
    expect(await audit(handler)).toEqual([])
    await handler.getByRole('button', { name: '确认，由其代表企业' }).click()
    await expect.poll(() => main(handler).textContent()).toContain('确认为负责人')
    await goTo(owner, firmHome)
    expect(await owner.getByRole('navigation', { name: '本企业' }).textContent()).toContain('申报')
  })

  test('邀请同事：链接打开，先登录再接受', async () => {
    await goTo(owner, `${firmHome}/members`)
    await owner.getByRole('textbox', { name: '受邀人姓名' }).fill('钱八')
    await owner.getByRole('button', { name: '生成邀请链接' }).click()
    const link = await owner.getByLabel('邀请链接').inputValue()
    const anonymous = (await open()).page
    await anonymous.goto(link, { waitUntil: 'networkidle' })
    await expect.poll(() => main(anonymous).textContent()).toContain('请先登录')
    expect(anonymous.url()).not.toContain('#')
    await colleague.goto(link, { waitUntil: 'networkidle' })
    await expect.poll(() => main(colleague).textContent()).toContain(FIRM)
    expect(await audit(colleague)).toEqual([])
    await colleague.getByRole('button', { name: '接受邀请' }).click()
    await colleague.waitForURL(`**${firmHome}`)
    await stranger.goto(link, { waitUntil: 'networkidle' })
    await expect.poll(() => main(stranger).textContent()).toContain('邀请链接无效')
  })

  test('两人同时改一项：后存的人看到两个值，自己选', async () => {
    await goTo(owner, `${firmHome}/profile/economy`)
    await goTo(colleague, `${firmHome}/profile/economy`)
    await colleague.getByRole('textbox', { name: '2025 年营业收入' }).fill('1002')
    await expect.poll(() => colleague.locator('.save-status').textContent()).toMatch(/已保存/)
    await owner.getByRole('textbox', { name: '2025 年营业收入' }).fill('1003')
    const dialog = owner.getByRole('dialog')
    await expect.poll(() => dialog.textContent(), { timeout: 10_000 }).toContain('已由钱八修改')
    expect(await dialog.textContent()).toContain('1002 万元')
    expect(await dialog.textContent()).toContain('1003 万元')
    await dialog.getByRole('button', { name: '用我的' }).click()
    await expect.poll(() => owner.locator('.save-status').textContent()).toMatch(/已保存/)
    const history = await owner.request.get(
      `${served.address}/api${firmHome.replace('/enterprise/', '/enterprises/')}/profile/history?path=/years/2025/revenue`,
    )
    const { changes } = (await history.json()) as { changes: { raw: string; by: string }[] }
    expect(changes.map(({ raw, by }) => `${raw} ${by}`)).toEqual(['1003 李四', '1002 钱八', '1001 李四'])
  })

  test('换成元：同一个数，分毫不差，下次还记得', async () => {
    await owner.getByText('元', { exact: true }).click()
    await expect.poll(() => owner.getByLabel('2025 年主营业务收入').inputValue()).toBe('9856000')
    await owner.reload({ waitUntil: 'networkidle' })
    expect(await owner.getByLabel('2025 年主营业务收入').inputValue()).toBe('9856000')
  })

  test('知识产权：添加、移除、恢复；“没有”是明确的填写', async () => {
    await goTo(owner, `${firmHome}/profile/property`)
    await owner.getByLabel('添加知识产权').selectOption('invention-patent')
    await expect.poll(() => owner.getByRole('group', { name: '1. 发明专利' }).count()).toBe(1)
    await owner.getByRole('textbox', { name: '名称', exact: true }).fill('一种精密轴承')
    await expect.poll(() => main(owner).textContent()).toContain('“一种精密轴承”')
    await owner.getByRole('button', { name: /^移除/ }).click()
    await expect.poll(() => main(owner).textContent()).toContain('已移除一项知识产权')
    await owner.getByRole('button', { name: '恢复' }).click()
    await expect.poll(() => main(owner).textContent()).toContain('“一种精密轴承”')
    await goTo(owner, `${firmHome}/profile/equity`)
    await owner.getByText('没有股权融资').click()
    await expect.poll(() => owner.locator('.save-status').textContent()).toMatch(/已保存/)
    expect(await audit(owner)).toEqual([])
  })

  test('来源与佐证：上传审计报告，附在一年的全部数字上', async () => {
    await goTo(owner, `${firmHome}/profile/economy`)
    await owner.getByRole('button', { name: '2025 年全部数字：来源与佐证' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByLabel('来源', { exact: true }).selectOption('audited')
    await dialog.locator('input[type=file]').setInputFiles(paper('2025年度审计报告'))
    await expect.poll(() => dialog.textContent()).toContain('已上传')
    await dialog.getByRole('button', { name: /关闭/ }).click()
    await expect.poll(() => owner.locator('.provenance__chip').first().textContent()).toBe('2025年度审计报告.pdf')
    await goTo(owner, `${firmHome}/profile`)
    expect(await main(owner).textContent()).toContain('“约”不是数字')
  })

  test('第三人认领：现负责人照常办理、可以说明；经办提出，审批决定', async () => {
    await goTo(stranger, `/enterprise/register?uscc=${uscc}`)
    expect(await main(stranger).textContent()).toContain('企业已有负责人')
    await stranger.getByRole('button', { name: '提交认领申请' }).click()
    await claim(stranger, '周七')
    expect(await main(stranger).textContent()).toContain('决定之前您还不能查看和填写企业资料')
    await goTo(owner, firmHome)
    await owner.getByRole('textbox', { name: '您的说明' }).fill('周七已于 2026 年 6 月离职。')
    await owner.getByRole('button', { name: '提交说明' }).click()
    await expect.poll(() => main(owner).textContent()).toContain('已说明')
    await goTo(handler, '/office/claims')
    await handler.getByRole('link', { name: FIRM }).click()
    await expect.poll(() => main(handler).textContent()).toContain('周七已于 2026 年 6 月离职')
    expect(await main(handler).textContent()).toContain('现负责人')
    expect(await audit(handler)).toEqual([])
    await handler.getByRole('button', { name: '提出处理意见…' }).click()
    const dialog = handler.getByRole('dialog')
    await dialog.getByText('现有负责人的资格经核实有效').click()
    await dialog.getByLabel(/：具体说明/).fill('周七已离职，授权书未盖公章。')
    await dialog.getByRole('button', { name: '报审批' }).click()
    await expect.poll(() => handler.locator('.form-actions').textContent()).toContain('由另一名审批人员决定')
    await goTo(approver, new URL(handler.url()).pathname)
    await approver.getByRole('button', { name: '同意：不予确认' }).click()
    await expect.poll(() => main(approver).textContent()).toContain('处理结果：不予确认')
    await stranger.reload({ waitUntil: 'networkidle' })
    expect(await main(stranger).textContent()).toContain('周七已离职，授权书未盖公章')
    await goTo(owner, firmHome)
    expect(await main(owner).textContent()).toContain('您是负责人')
    await stranger.getByRole('button', { name: '补齐材料，再次认领' }).click()
    await expect.poll(() => stranger.getByRole('button', { name: '提交，等待核实' }).count()).toBe(1)
  })

  test('特殊代码：经办提请，审批准予后，企业恰好用这个代码登记', async () => {
    const odd = `${uscc.slice(0, 17)}${uscc.endsWith('A') ? 'B' : 'A'}`
    await goTo(handler, '/office/uscc-admissions')
    await handler.getByRole('button', { name: '提请核验一个代码…' }).click()
    await handler.getByRole('textbox', { name: '统一社会信用代码' }).fill(odd)
    await handler.getByRole('textbox', { name: '企业名称' }).fill('洛阳早期试点企业')
    await handler.getByRole('textbox', { name: '核验情况' }).fill('核对营业执照原件无误。')
    await handler.locator('input[type=file]').first().setInputFiles(paper('营业执照'))
    await expect.poll(() => handler.getByText('已上传 ·').count()).toBe(1)
    await handler.getByRole('button', { name: '提请审批' }).click()
    await expect.poll(() => main(handler).textContent()).toContain('等待审批人员决定')
    await goTo(approver, '/office/uscc-admissions')
    await approver.getByRole('textbox', { name: '审批意见' }).fill('同意')
    await approver.getByRole('button', { name: '准予登记', exact: true }).click()
    await expect.poll(() => main(approver).textContent()).toContain('准予登记：同意')
    expect(await audit(approver)).toEqual([])
    await goTo(stranger, `/enterprise/register?uscc=${odd}`)
    await stranger.getByText('营业执照上确实是这个代码？').click()
    await stranger.getByRole('textbox', { name: '企业名称' }).fill('洛阳早期试点企业')
    await stranger.getByLabel('所在地主管部门').selectOption('410300')
    await stranger.getByRole('button', { name: '登记，下一步提交证明' }).click()
    await stranger.waitForURL('**/enterprise/claims/**')
    await expect.poll(() => main(stranger).textContent()).toContain(odd)
  })

  test('手机上每一页都不用横向滚动，且通过无障碍检查', async () => {
    await owner.setViewportSize({ width: 360, height: 780 })
    for (const path of [
      '/enterprise',
      '/enterprise/register',
      firmHome,
      `${firmHome}/members`,
      `${firmHome}/profile`,
      ...['basic', 'economy', 'research', 'property', 'honours', 'equity', 'product', 'management'].map(
        (section) => `${firmHome}/profile/${section}`,
      ),
    ]) {
      await goTo(owner, path)
      expect(`${path} ${await overflow(owner)}`).toBe(`${path} 0`)
      expect(await audit(owner)).toEqual([])
    }
  })
})
