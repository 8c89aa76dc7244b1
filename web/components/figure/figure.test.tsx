import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Figure } from './Figure.tsx'

test('数字打开它背后的名单，链接自己说清是什么', () => {
  const { get } = markup(<Figure label="待审" value={1284} unit="家" to="/local/queue" />)
  expect(get('a').attributes).toMatchObject({ href: '/local/queue', 'aria-label': '待审 1284家，查看名单' })
  expect(get('a').text).toBe('1,284家')
})
