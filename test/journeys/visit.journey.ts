import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/demo/people.ts'
import { png } from '../../server/evidence/samples.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'

/** On-site verification by two verifiers on their phones, with the network coming and going (R9.4). */
describe('实地核查（第九条）', () => {
  let served: Served
  let browser: Browser
  let first: Page
  let second: Page
  const faults: string[] = []

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
    first = await phone('hecha1@luoyang.yanshi.example')
    second = await phone('hecha2@luoyang.yanshi.example')
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  const phone = async (login: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    await logIn(page, login)
    return page
  }
  const logIn = async (page: Page, login: string): Promise<void> => {
    if (!page.url().includes('/login')) await page.goto(`${served.address}/login`)
    await page.fill('input[name=login]', login)
    await page.fill('input[name=password]', DEMO_PASSWORD)
    await page.click('main button[type=submit]')
    await page.waitForURL((url) => url.pathname !== '/login')
  }
  const cut = (page: Page, off: boolean): Promise<void> => page.context().setOffline(off)
  const told = (page: Page, words: string | RegExp) =>
    expect.poll(() => page.locator('main').textContent(), { timeout: 20_000 }).toMatch(words)
  const chips = (page: Page) => page.locator('.visit-head__chips').textContent()
  const says = (page: Page, words: string) => expect.poll(() => chips(page), { timeout: 20_000 }).toContain(words)
  const line = (page: Page, title: string): Locator =>
    page.locator('.visit-line').filter({ has: page.getByText(title, { exact: true }) })
  // The whole tile is the label.
  const choose = (one: Locator, words: string) => one.locator('label').filter({ hasText: words }).first().click()
  const answer = (page: Page, title: string, words: string) => choose(line(page, title), words)
  const looks = async (page: Page): Promise<void> => {
    expect(await overflow(page), page.url()).toBe(0)
    expect(await audit(page), page.url()).toEqual([])
  }
  const picture = () => ({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: png({ width: 40, height: 30 }) })

  test('日程：今天去哪几家、找谁；本人的几家自动存到手机', async () => {
    await first.goto(`${served.address}/office/visits`)
    await told(first, /本人的 \d+ 家已存到本机/)
    expect(await first.locator('main').textContent()).toContain('企业联系人')
    await looks(first)
  })

  test('没打开过的一家，没有网络也能打开、记录、拍照；刷新后都在', async () => {
    await cut(first, true)
    await first.getByRole('link', { name: '开始记录' }).first().click()
    await first.waitForURL(/\/visit$/)
    await says(first, '离线')
    await answer(first, '2025 年营业收入总额', '有出入')
    await line(first, '2025 年营业收入总额').getByLabel('实际数').fill('6,000 万元')
    await answer(first, '具有独立法人资格', '属实')
    await line(first, '具有独立法人资格').locator('input[type=file]').first().setInputFiles(picture())
    await first.getByRole('button', { name: '增加一项' }).click()
    await first.getByLabel('核查什么').fill('另有一处仓库')
    await first.getByRole('button', { name: '增加', exact: true }).click()
    await answer(first, '另有一处仓库', '查不到')
    await says(first, '已存 3/')
    await says(first, '1 张照片待上传')
    await says(first, '离线，已存在本机')
    await looks(first)
    await first.reload()
    await says(first, '已存 3/')
    await says(first, '1 张照片待上传')
    expect(await line(first, '2025 年营业收入总额').getByLabel('实际数').inputValue()).toBe('6,000 万元')
    expect(await line(first, '另有一处仓库').getByRole('radio', { name: '查不到' }).isChecked()).toBe(true)
    await first.getByRole('button', { name: '签字…' }).click()
    expect(await first.getByRole('dialog').textContent()).toContain('签字须联网')
    await first.getByRole('button', { name: '返回' }).click()
  })

  test('另一部手机同时在记；来网后自动合并，同一项说法不同的由人选', async () => {
    await second.goto(first.url())
    await answer(second, '2025 年营业收入总额', '属实')
    await answer(second, '2025 年末职工总数', '属实')
    await says(second, '已全部上传')
    await cut(first, false)
    await says(first, '1 项两人记录不同')
    await expect
      .poll(() => line(first, '2025 年末职工总数').getByRole('radio', { name: '属实' }).isChecked())
      .toBe(true)
    const disputed = line(first, '2025 年营业收入总额')
    expect(await disputed.textContent()).toContain('有出入，实际 6,000 万元')
    await looks(first)
    await disputed.getByRole('button', { name: '用我记的' }).click()
    await says(first, '已全部上传')
    expect(await chips(first)).not.toContain('待上传')
    await second.reload()
    expect(await line(second, '2025 年营业收入总额').getByLabel('实际数').inputValue()).toBe('6,000 万元')
    expect(await line(second, '具有独立法人资格').locator('.visit-photo img').count()).toBe(1)
  })

  test('没记完不能签，逐项说明差什么；记完先签的写结论', async () => {
    // Meanwhile the other phone is without network and changes a line.
    await cut(second, true)
    await answer(second, '2025 年末职工总数', '查不到')
    await says(second, '离线，已存在本机')
    await first.getByRole('button', { name: '签字…' }).click()
    expect(await first.getByRole('dialog').textContent()).toContain('还没有结论')
    await looks(first)
    await first.getByRole('button', { name: '返回' }).click()
    for (const one of await first.locator('.visit-line').all())
      if ((await one.locator('input:checked').count()) === 0) await choose(one, '属实')
    await says(first, '已全部上传')
    await first.getByRole('button', { name: '签字…' }).click()
    await first.getByLabel('核查结论').fill('生产经营正常；营业收入有出入，以审计报告为准。')
    await looks(first)
    await first.getByRole('dialog').getByRole('button', { name: '签字', exact: true }).click()
    await told(first, '您已签字')
    expect(await first.getByRole('radio').count()).toBe(0)
    await looks(first)
  })

  test('已签字后，离线手机上的改动不会悄悄使签字失效；第二人核对后签同一份，转经办', async () => {
    await cut(second, false)
    const held = second.locator('.banner').filter({ hasText: '您本机还有1 项记录没有上传' })
    await held.getByRole('button', { name: '放弃我的改动' }).click()
    await told(second, '请您核对后签同一份')
    await second.getByRole('button', { name: '核对无误，签字…' }).click()
    expect(await second.getByRole('dialog').textContent()).toContain('营业收入有出入，以审计报告为准。')
    await looks(second)
    await second.getByRole('button', { name: '签字，完成核查' }).click()
    await told(second, '两名核查人员已签字，实地核查完成')
    await looks(second)
  })

  test('退出登录后，手机上不留页面和记录', async () => {
    const address = first.url()
    await first.getByRole('button', { name: '退出' }).click()
    await first.waitForURL((url) => url.pathname === '/')
    const left = await first.evaluate(async () => ({
      caches: (await caches.keys()).filter((name) => name.startsWith('tidu-visits')),
      notes: await new Promise((resolve) => {
        const open = indexedDB.open('tidu-visits')
        open.onsuccess = () => {
          const all = open.result.transaction('notebook').objectStore('notebook').getAll()
          all.onsuccess = () => resolve(all.result.length)
        }
      }),
    }))
    expect(left).toEqual({ caches: [], notes: 0 })
    await cut(first, true)
    await first.goto(address)
    expect(await first.locator('body').textContent()).toContain('没有网络')
    await cut(first, false)
  })

  test('还有没上传的记录时退出，先问；来网传完后再退', async () => {
    await second.goto(`${served.address}/office/visits`)
    await second.getByRole('link', { name: '开始记录' }).first().click()
    await says(second, '已联网')
    await cut(second, true)
    await answer(second, '具有独立法人资格', '属实')
    await says(second, '离线，已存在本机')
    await second.getByRole('button', { name: '退出' }).click()
    const question = second.getByRole('dialog')
    expect(await question.textContent()).toContain('1 项记录')
    await looks(second)
    await question.getByRole('button', { name: '先不退出' }).click()
    await cut(second, false)
    await says(second, '已全部上传')
    await second.getByRole('button', { name: '退出' }).click()
    await second.waitForURL((url) => url.pathname === '/')
    expect(faults).toEqual([])
  })
})
