import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerPages } from './pages.ts'

/** A build small enough to see through: it says what it was asked, and what the API in this process answered. */
const renderer = `export const renderPage = async (request, { transport, display }) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/away') return new Response(null, { status: 302, headers: { location: '/login' } })
  const answer = await transport({ method: 'GET', url: '/api/session', headers: { accept: 'application/json' } })
  const html = '<p>' + pathname + ' ' + display.size + ' ' + display.theme + ' ' + (await answer.text()) + '</p>'
  return new Response(html, { status: pathname === '/none' ? 404 : 200, headers: { 'content-type': 'text/html' } })
}
`

describe('网页的送达', () => {
  const dist = mkdtempSync(join(tmpdir(), 'tidu-pages-'))
  let app: FastifyInstance

  beforeAll(async () => {
    mkdirSync(join(dist, 'server'))
    mkdirSync(join(dist, 'client/assets'), { recursive: true })
    mkdirSync(join(dist, 'client/.vite'))
    writeFileSync(join(dist, 'server/entry-server.js'), renderer)
    writeFileSync(join(dist, 'client/.vite/manifest.json'), '{}')
    writeFileSync(join(dist, 'client/icon.svg'), '<svg/>')
    writeFileSync(join(dist, 'client/assets/a-1.js'), 'export {}')
    writeFileSync(join(dist, 'client/assets/a-1.js.br'), 'brotli')
    app = Fastify()
    await app.register(cookie)
    app.get('/api/session', async (request) => ({ who: request.cookies.tidu ?? null }))
    await registerPages(app, { dist, mode: 'demo' })
  })
  afterAll(async () => {
    await app.close()
    rmSync(dist, { recursive: true })
  })

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

  test('页面以来访者的身份在本进程内取数', async () => {
    expect((await get('/office')).payload).toContain('{"who":null}')
    expect((await get('/office', { cookie: 'tidu=abc' })).payload).toContain('{"who":"abc"}')
    expect((await get('/none')).statusCode).toBe(404)
  })

  test('需要登录的页面转到登录，答复不留存', async () => {
    const answer = await get('/away')
    expect([answer.statusCode, answer.headers.location, answer.headers['cache-control']]).toEqual([
      302,
      '/login',
      'no-store',
    ])
  })

  test('公众的页面压缩，登录后的页面不压缩、不留存', async () => {
    const open = await get('/', { 'accept-encoding': 'gzip' })
    expect([open.headers['content-encoding'], open.headers['cache-control']]).toEqual(['gzip', 'private, no-cache'])
    const own = await get('/', { 'accept-encoding': 'gzip', cookie: 'tidu=abc' })
    expect([own.headers['content-encoding'], own.headers['cache-control']]).toEqual([undefined, 'no-store'])
  })

  test('带摘要名的文件长期缓存、用预先压缩的；其余每次核对', async () => {
    const built = await get('/assets/a-1.js', { 'accept-encoding': 'br' })
    expect([built.payload, built.headers['content-encoding']]).toEqual(['brotli', 'br'])
    expect(built.headers['cache-control']).toContain('immutable')
    expect((await get('/icon.svg')).headers['cache-control']).toBe('public, no-cache')
    expect((await get('/assets/none.js')).statusCode).toBe(404)
    for (const path of ['/assets/../server/entry-server.js', '/assets/%2e%2e/.vite/manifest.json'])
      expect((await get(path)).payload, path).not.toContain('renderPage')
  })

  test('接口没有的地址由接口回答，不是网页', async () => {
    expect((await get('/api/none')).headers['content-type']).toContain('json')
  })

  test('大字版、深色用普通链接切换，回到原页，只回本站', async () => {
    const large = await get('/display?size=large&back=/notices?page=2')
    expect([large.statusCode, large.headers.location]).toEqual([303, '/notices?page=2'])
    const [set] = large.cookies
    expect(set).toMatchObject({ name: 'tidu-display', value: 'large.system', sameSite: 'Lax' })
    const both = await get('/display?theme=dark&back=/', { cookie: 'tidu-display=large.system' })
    expect(both.cookies[0]?.value).toBe('large.dark')
    expect((await get('/', { cookie: 'tidu-display=large.dark' })).payload).toContain('large dark')
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await get(`/display?size=large&back=${encodeURIComponent(back)}`)).headers.location).toBe('/')
    expect((await get('/display?size=huge&theme=pink&back=/')).cookies[0]?.value).toBe('normal.system')
  })
})
