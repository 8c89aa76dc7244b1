import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/demo/people.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'

/** Accounts in three hands, and a new colleague's first day. */
describe('账号管理（三员分立）', () => {
  let served: Served
  let browser: Browser
  const faults: string[] = []
  let initial = ''

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  const LOGIN = 'ouyang@luoyang.gov.example.cn'
  const arrive = async (login: string, password = DEMO_PASSWORD): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto(`${served.address}/login?next=/work`)
    await page.fill('input[name=login]', login)
    await page.fill('input[name=password]', password)
    await page.click('main button[type=submit]')
    return page
  }
  const text = (page: Page) => page.locator('main').textContent()
  const told = (page: Page, words: string) => expect.poll(() => text(page), { timeout: 20_000 }).toContain(words)
  const looks = async (page: Page): Promise<void> => {
    expect(await overflow(page), page.url()).toBe(0)
    expect(await audit(page), page.url()).toEqual([])
  }
  const find = async (page: Page, what: string): Promise<void> => {
    await page.goto(`${served.address}/administration`)
    await page.fill('input[name=q]', what)
    await page.getByRole('button', { name: '查找' }).click()
    await told(page, '账号 1 个')
  }

  test('系统管理员建立账号：缺什么逐项说明，初始密码只显示一次', async () => {
    const page = await arrive('xitong@guanli.yanshi.example')
    await page.getByRole('link', { name: '建立账号' }).first().click()
    await page.getByRole('button', { name: '建立账号' }).click()
    await told(page, '请至少选择一个岗位。')
    await looks(page)
    await page.fill('#name', '欧阳核查')
    await page.fill('#login', LOGIN)
    await page.selectOption('#authority', '410300')
    await page.getByText('核查', { exact: true }).click()
    await page.getByRole('button', { name: '建立账号' }).click()
    await told(page, '欧阳核查的账号已建立')
    await looks(page)
    initial = (await page.locator('.issued__password').textContent()) ?? ''
    expect(initial).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    await page.goto(`${served.address}/office`)
    expect(await text(page)).toContain('您的账号无权使用这项功能')
  })

  test('本人首次登录先改密码，改完到自己的工作台', async () => {
    const page = await arrive(LOGIN, initial)
    await page.waitForURL(/\/account$/)
    await told(page, '请先设置自己的密码')
    await page.fill('#current', initial)
    await page.fill('#next', '短')
    await page.getByRole('button', { name: '修改密码' }).click()
    await told(page, '密码至少 10 个字符')
    await page.fill('#next', 'Luoyang peony 4')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.waitForURL(/\/office$/)
    await page.goto(`${served.address}/office/visits`)
    await told(page, '没有安排给您的实地核查')
  })

  test('安全管理员调整岗位、停用账号', async () => {
    const page = await arrive('anquan@guanli.yanshi.example')
    await find(page, LOGIN)
    await page.getByRole('button', { name: '调整岗位…' }).click()
    await page.getByRole('dialog').getByText('经办', { exact: true }).click()
    await looks(page)
    await page.getByRole('button', { name: '保存岗位' }).click()
    await told(page, '经办、核查')
    await page.getByRole('button', { name: '停用账号…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click()
    await told(page, '已停用')
    const shut = await arrive(LOGIN, 'Luoyang peony 4')
    await told(shut, '该账号已停用')
  })

  test('审计员看到谁在什么时候做了什么', async () => {
    const page = await arrive('shenji@guanli.yanshi.example')
    await find(page, '欧阳')
    await page.getByRole('link', { name: '操作记录' }).last().click()
    await told(page, '欧阳核查的操作记录')
    const record = (await text(page)) ?? ''
    for (const words of ['建立账号', '修改密码', '调整岗位', '岗位：经办、核查', '停用账号', '演示安全管理员'])
      expect(record).toContain(words)
    await looks(page)
    expect(faults).toEqual([])
  })
})
