import { readFileSync } from 'node:fs'
import { matchRoutes } from 'react-router'
import { describe, expect, test } from 'vitest'
import { routes } from './routes.tsx'

const source = readFileSync(new URL('./routes.tsx', import.meta.url), 'utf8')
const pages = [...source.matchAll(/page\(\s*'([^']+)',\s*\(\) => import\('\.\/([^']+)'\)/g)]

describe('网页路由表', () => {
  test('每个页面的编号就是它的文件，服务器据此预取脚本', () => {
    expect(pages.length).toBe(source.match(/\bpage\(/g)?.length)
    for (const [, id, file] of pages) expect(id).toBe(file)
  })

  test('未知网址由 404 页回答，首页不是', () => {
    expect(matchRoutes(routes, '/no/such/page')?.at(-1)?.route.path).toBe('*')
    expect(matchRoutes(routes, '/')?.at(-1)?.route.path).toBe('/')
  })
})
