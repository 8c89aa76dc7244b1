import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('登录后只回到本站页面，不去别处', () => {
  expect(localPath('/enterprise?page=2')).toBe('/enterprise?page=2')
  for (const next of [null, '', 'https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
    expect(localPath(next), String(next)).toBeUndefined()
})
