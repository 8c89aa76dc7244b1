import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/demo/people.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'

/** Every page of the house, for every kind of person, on a desk and on a phone. */
const visits: Readonly<Record<string, { readonly login?: string; readonly pages: readonly string[] }>> = {
  公众: {
    pages: [
      '/',
      '/self-check',
      '/process',
      '/notices',
      '/announcements',
      '/register',
      '/lookup',
      '/login',
      '/site-map',
    ],
  },
  企业: { login: 'qiye23@yanshi.example', pages: ['/work', '/enterprise', '/enterprise/register'] },
  市级经办: {
    login: 'jingban@luoyang.yanshi.example',
    pages: [
      '/office',
      '/office/cases',
      '/office/notices',
      '/office/filings',
      '/office/objections',
      '/office/claims',
      '/office/uscc-admissions',
    ],
  },
  核查人员: {
    login: 'hecha1@luoyang.yanshi.example',
    pages: ['/office/visits', '/office/visits?view=all', '/office/inbox'],
  },
  系统管理员: {
    login: 'xitong@guanli.yanshi.example',
    pages: ['/administration', '/administration/officers/new', '/account'],
  },
  安全管理员: { login: 'anquan@guanli.yanshi.example', pages: ['/administration'] },
  审计员: { login: 'shenji@guanli.yanshi.example', pages: ['/administration', '/administration/record'] },
  市级审批: { login: 'shenpi@luoyang.yanshi.example', pages: ['/office', '/office/notices', '/office/filings'] },
  省级经办: {
    login: 'jingban@sheng.yanshi.example',
    pages: [
      '/office',
      '/office/batches',
      '/office/batches/new',
      '/office/draws',
      '/office/notices',
      '/office/announcements',
    ],
  },
}

const widths = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
] as const

describe('每一页（R7.2 公开）', () => {
  let served: Served
  let browser: Browser

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  const signedIn = async (context: BrowserContext, login: string): Promise<void> => {
    const page = await context.newPage()
    await page.goto(`${served.address}/login`)
    await page.fill('input[name=login]', login)
    await page.fill('input[name=password]', DEMO_PASSWORD)
    await page.click('main button[type=submit]')
    await page.waitForURL((url) => url.pathname !== '/login')
    await page.close()
  }

  for (const [who, { login, pages }] of Object.entries(visits))
    for (const viewport of widths)
      test(`${who}，宽 ${viewport.width}：没有脚本错误、横向滚动和无障碍缺陷`, async () => {
        const context = await browser.newContext({ viewport, locale: 'zh-CN' })
        try {
          if (login) await signedIn(context, login)
          for (const path of pages) {
            const page = await context.newPage()
            const faults: string[] = []
            page.on('pageerror', (error) => faults.push(String(error)))
            page.on('console', (message) => {
              if (message.type() === 'error') faults.push(message.text())
            })
            const answer = await page.goto(served.address + path, { waitUntil: 'networkidle' })
            expect(answer?.status(), path).toBe(200)
            expect(faults, path).toEqual([])
            expect(await overflow(page), `${path} scrolls sideways`).toBe(0)
            expect(await audit(page), path).toEqual([])
            await page.close()
          }
        } finally {
          await context.close()
        }
      })
})
