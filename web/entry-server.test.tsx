import { describe, expect, test, vi } from 'vitest'
import type { Transport } from '../contract/client.ts'
import { parseDisplay } from '../contract/display.ts'
import type { PageContext } from '../contract/pages.ts'
import { errorAnswer } from '../contract/problem.ts'
import { renderPage } from './entry-server.tsx'

vi.mock('./public/about/SiteMapPage.tsx', () => ({
  Component: () => {
    throw new Error('no such thing')
  },
}))

const manifest = {
  'web/entry-client.tsx': { file: 'assets/entry.js', isEntry: true, imports: ['_frame.js'] },
  '_frame.js': { file: 'assets/frame.js' },
  'web/public/home/HomePage.tsx': { file: 'assets/home.js', imports: ['_frame.js'] },
  'style.css': { file: 'assets/style.css' },
}
const evil = '</script><script>alert(1)</script>'
const answers: Readonly<Record<string, unknown>> = {
  '/api/session': { person: null, formToken: null },
  '/api/clock': { today: '2026-09-01', now: '2026-09-01T01:00:00.000Z', demo: true },
  '/api/home': {
    today: '2026-09-01',
    notices: [],
    runningNotices: 0,
    announcements: [],
    batches: [
      {
        id: '00000000-0000-4000-8000-000000000001',
        title: evil,
        documentNumber: '演示',
        tier: 'innovative',
        opensOn: '2026-08-20',
        closesOn: '2026-09-20',
        accepting: true,
      },
    ],
    titles: {},
  },
}
const answering =
  (refusal?: Parameters<typeof errorAnswer>[0], status = 200): Transport =>
  async ({ url }) => {
    const own = refusal !== undefined && url === '/api/home'
    const body = own ? errorAnswer(refusal) : answers[url]
    if (body === undefined) throw new Error(`nothing answers ${url}`)
    return {
      status: own ? status : 200,
      type: 'application/json',
      text: async () => JSON.stringify(body),
      bytes: async () => new Uint8Array(),
    }
  }

const get = async (path: string, more: Partial<PageContext> = {}) => {
  const reported: unknown[] = []
  const answer = await renderPage(new Request(`http://tidu.test${path}`), {
    manifest,
    display: parseDisplay(undefined),
    transport: answering(),
    report: (error) => reported.push(error),
    ...more,
  })
  return { answer, html: await answer.text(), reported }
}

describe('服务器渲染的页面', () => {
  test('首页脚本运行前就有内容、链接和可用的查询表单', async () => {
    const { answer, html } = await get('/')
    expect(answer.status).toBe(200)
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/)
    expect(html).toContain('<title>首页 · 梯度</title>')
    expect(html).toContain('现在没有正在公示的名单')
    expect(html).toMatch(/<form[^>]*action="\/register"/)
    expect(html).toContain('href="/self-check"')
  })

  test('内容安全策略：没有 style 属性，唯一的内嵌脚本块是数据', { timeout: 30_000 }, async () => {
    for (const path of ['/', '/process', '/login', '/accessibility', '/self-check', '/nowhere']) {
      const { html } = await get(path)
      expect(html, path).not.toMatch(/ style="/)
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes)
      expect(scripts, path).toEqual([
        expect.stringContaining('src="/assets/entry.js"'),
        expect.stringContaining('type="application/json"'),
      ])
    }
  })

  test('数据里的标签不会变成脚本', async () => {
    const { html } = await get('/')
    expect(html).not.toContain('<script>alert')
    const data = html.match(/<script type="application\/json"[^>]*>(.*?)<\/script>/)?.[1] ?? ''
    expect(JSON.parse(data).router.loaderData['web/public/home/HomePage.tsx'].batches[0].title).toBe(evil)
  })

  test('预取这一页的脚本，每个文件一次', async () => {
    const { html } = await get('/')
    expect([...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/assets/frame.js',
      '/assets/home.js',
    ])
    expect(html).toContain('<link rel="stylesheet" href="/assets/style.css"')
  })

  test('没有的网址答 404，并给出去处', async () => {
    const { answer, html } = await get('/nowhere')
    expect(answer.status).toBe(404)
    expect(html).toContain('没有这个页面')
    expect(html).toContain('href="/site-map"')
  })

  test('未登录的去登录，登录后回到原处', async () => {
    const { answer } = await get('/?page=2', { transport: answering('session.required', 401) })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/login?next=%2F%3Fpage%3D2')
  })

  test('密码是他人代设的，先去设自己的', async () => {
    const { answer } = await get('/', { transport: answering('session.password-change-required', 403) })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/account'])
  })

  test('被拒绝时写明代码、原因和办法，导航仍在', async () => {
    const { answer, html, reported } = await get('/', { transport: answering('server.unavailable', 503) })
    expect(answer.status).toBe(503)
    expect(html).toContain('server.unavailable')
    expect(html).toContain('aria-label="主导航"')
    expect(reported).toEqual([])
  })

  test('意外的错误不泄露内情，只进日志', async () => {
    const { answer, html, reported } = await get('/', {
      transport: async (request) => {
        const answer = await answering()(request)
        return request.url === '/api/home' ? { ...answer, text: async () => '{"secret":"postgres://"}' } : answer
      },
    })
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(html).not.toContain('postgres')
    expect(reported.length + Number(html.includes('server.unavailable'))).toBeGreaterThan(0)
  })

  test('页面组件出错时仍有一页说明，不是空白', async () => {
    const { answer, html, reported } = await get('/site-map')
    expect(answer.status).toBe(500)
    expect(html).toContain('页面出了问题')
    expect(html).not.toContain('no such thing')
    expect(reported).toEqual([new Error('no such thing')])
  })

  test('大字版与深色写在 html 上，不靠脚本', async () => {
    const { html } = await get('/', { display: parseDisplay('large.dark') })
    expect(html).toContain('<html lang="zh-CN" data-theme="dark" data-size="large">')
    expect(html).toContain('标准字号')
  })

  test('自测页脚本运行前列出评价标准的档次与依据', { timeout: 30_000 }, async () => {
    const { html } = await get('/self-check')
    for (const words of ['上年度研发费用总额占营业收入总额比重', '5% 以上', '附件1 二（一）2', '启用脚本'])
      expect(html).toContain(words)
  })
})
