import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/demo/people.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'

/** From the local notice to the public register, by the people who do it, in a browser; days pass by the demo's clock. */
describe('公示到公告（第九条）', () => {
  let served: Served
  let browser: Browser
  const contexts: BrowserContext[] = []
  const faults: string[] = []

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  const arrive = async (login?: string, width = 1280): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 860 }, locale: 'zh-CN' })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    if (login) {
      await page.goto(`${served.address}/login`)
      await page.fill('input[name=login]', login)
      await page.fill('input[name=password]', DEMO_PASSWORD)
      await page.click('main button[type=submit]')
      await page.waitForURL((url) => url.pathname !== '/login')
    }
    return page
  }
  const go = (page: Page, path: string) => page.goto(served.address + path, { waitUntil: 'networkidle' })
  const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()
  const inDialog = (page: Page, name: RegExp) => page.locator('dialog').getByRole('button', { name }).click()
  const looks = async (page: Page): Promise<void> => {
    expect(await overflow(page), page.url()).toBe(0)
    expect(await audit(page), page.url()).toEqual([])
  }
  const daysPass = (page: Page, days: number) =>
    page.evaluate(async (count) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      await fetch('/api/clock', { method: 'POST', headers, body: JSON.stringify({ days: count }) })
    }, days)
  const textOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? ''
  const listUrl = (kind: string) => new RegExp(`/office/${kind}/[0-9a-f]{8}-`)

  test('R9.5 R9.6 R9.7 R9.8 R9.10 公示、异议成立移出一家、备案声明、抽取、省级公示、公告、名单查询', async () => {
    const handler = await arrive('jingban@luoyang.yanshi.example')
    const approver = await arrive('shenpi@luoyang.yanshi.example')
    const visitor = await arrive(undefined, 390)

    // The handler's list: what is wrong is named, the October holidays are counted around, then in order.
    await go(handler, '/office/notices/new')
    await handler.fill('#title', '短')
    await handler.fill('#phone', '')
    await button(handler, /列入公示名单，报审批/).click()
    await handler.getByRole('link', { name: /请填写联系电话/ }).waitFor()
    await handler.fill('#from', '2026-09-28')
    await handler.getByText('10月9日').first().waitFor()
    await looks(handler)
    await handler.fill('#from', '2026-09-02')
    await handler.getByText('9月8日').first().waitFor()
    await handler.fill('#title', '洛阳市 2026 年度拟备案企业名单')
    await handler.fill('#phone', '0379-60000000')
    await button(handler, /列入公示名单，报审批/).click()
    await handler.waitForURL(listUrl('notices'))
    const notice = handler.url()

    // The approver takes one firm off; the rest is published.
    await approver.goto(notice, { waitUntil: 'networkidle' })
    const taken = await textOf(approver.locator('tbody th a').first())
    await approver.locator('tbody input[type=checkbox]').first().check()
    await button(approver, /移出选中的 1 家/).click()
    await approver.fill('dialog textarea', '名称与营业执照不一致，请核对')
    await inDialog(approver, /移出名单/)
    await approver.getByText('审批时移出').waitFor()
    await looks(approver)
    await button(approver, /同意公示…/).click()
    await inDialog(approver, /同意公示/)
    await approver.getByRole('link', { name: '查看公示页' }).waitFor()
    await go(visitor, `/notices/410300/${notice.split('/').pop()}`)
    expect(await textOf(visitor.locator('main'))).not.toContain(taken)

    // Somebody objects on a phone during a running notice, under real name, with evidence.
    await go(visitor, '/notices?place=410300')
    await visitor.locator('.publication a').first().click()
    await visitor
      .getByRole('link', { name: /提出异议/ })
      .first()
      .click()
    await visitor.getByRole('heading', { name: /提出异议/ }).waitFor()
    const firm = (await textOf(visitor.locator('h1'))).replace(/^对|提出异议$/g, '')
    await visitor.fill('#name', '钱某某')
    await visitor.fill('#contact', '13800001234')
    await visitor.fill('#reason', '自评表所列研发费用与公开披露的年度报告不一致，见附件。')
    await visitor.setInputFiles('#evidence-files', { name: '年报.png', mimeType: 'image/png', buffer: PNG })
    await visitor.getByText('已上传 ·').waitFor()
    await looks(visitor)
    await button(visitor, /提交异议/).click()
    const receipt = await textOf(visitor.locator('.objection-receipt__number'))
    expect(receipt).toMatch(/^YY-410300-/)

    // Handler and approver, two people; every look at the objector stands on the record.
    await go(handler, '/office/objections')
    await handler.locator('tbody tr', { hasText: receipt }).getByRole('link').first().click()
    await handler.fill('#purpose', '请异议人补充年报原件')
    await button(handler, /查看身份并记录/).click()
    await handler.getByText('13800001234').waitFor()
    await handler.getByText('用途：请异议人补充年报原件').waitFor()
    await button(handler, /提出处理意见，报审批…/).click()
    await handler.locator('dialog').getByText('异议成立', { exact: true }).click()
    await handler.fill('dialog textarea', '经调阅审计报告核实，研发费用与自评表不符。')
    await inDialog(handler, /提出处理意见/)
    await handler.getByText('意见待审批').waitFor()
    await approver.goto(handler.url(), { waitUntil: 'networkidle' })
    await button(approver, /同意处理意见…/).click()
    await inDialog(approver, /同意处理意见/)
    await approver.getByText('成立，已移出').waitFor()
    await looks(approver)
    await go(visitor, `/lookup?objection=${receipt}`)
    await visitor.getByText('经核实异议成立').waitFor()

    // The periods end; what has no upheld objection is filed with the declaration.
    await daysPass(approver, 10)
    await go(handler, '/office/filings/new')
    expect(await textOf(handler.locator('main'))).not.toContain(firm)
    await button(handler, /列入备案名单，报审批/).click()
    await handler.waitForURL(listUrl('filings'))
    await approver.goto(handler.url(), { waitUntil: 'networkidle' })
    await button(approver, /声明真实，报省备案…/).click()
    await inDialog(approver, /声明真实，报省备案/)
    await approver.getByText('声明人').waitFor()
    await looks(approver)

    // The province: draw, its own notice, announcement.
    const provincial = await arrive('jingban@sheng.yanshi.example')
    const decider = await arrive('shenpi@sheng.yanshi.example')
    await go(provincial, '/office/draws')
    await button(provincial, /随机抽取…/).click()
    await inDialog(provincial, /抽取/)
    await provincial.getByText('结果一致').waitFor()
    await looks(provincial)
    await go(provincial, '/office/notices/new')
    await button(provincial, /列入省级公示名单，报审批/).click()
    await provincial.waitForURL(listUrl('notices'))
    await decider.goto(provincial.url(), { waitUntil: 'networkidle' })
    await button(decider, /同意公示…/).click()
    await inDialog(decider, /同意公示/)
    await decider.getByRole('link', { name: '查看公示页' }).waitFor()
    await daysPass(decider, 12)
    await go(provincial, '/office/announcements/new')
    const announced = await textOf(provincial.locator('.pick').first())
    await provincial.fill('#documentNumber', '演示豫工信公告〔2026〕9号')
    await button(provincial, /列入公告名单，报审批/).click()
    await provincial.waitForURL(listUrl('announcements'))
    await decider.goto(provincial.url(), { waitUntil: 'networkidle' })
    await button(decider, /发布公告…/).click()
    await inDialog(decider, /发布公告/)
    await decider.getByRole('link', { name: '查看公告页' }).click()
    await decider.getByText('演示豫工信公告〔2026〕9号').waitFor()
    await looks(decider)
    const name = announced.replace(/9[0-9A-Z]{17}.*$/, '')
    await go(visitor, `/register?q=${encodeURIComponent(name)}`)
    await visitor.getByText('演示豫工信公告〔2026〕9号').waitFor()
    await looks(visitor)

    expect(faults).toEqual([])
    for (const context of contexts) await context.close()
  })

  test('R7.2 公示、公告、名单查询和进度查询不用脚本也能读、能查', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
    const page = await context.newPage()
    await go(page, '/notices?state=ended')
    await page.locator('.publication a').first().click()
    await page.getByRole('heading', { name: '公示名单' }).waitFor()
    await go(page, '/register')
    await page.fill('input[name=q]', '演示')
    await page.getByRole('button', { name: '查询' }).click()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    await go(page, '/lookup')
    await page.fill('input[name=objection]', 'YY-410300-AAAA-AAAA-AAAA')
    await page.getByRole('button', { name: '查询结果' }).click()
    await page.getByText('没有找到这条异议').waitFor()
    await context.close()
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
