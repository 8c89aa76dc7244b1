import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Pagination } from './Pagination.tsx'

test('翻页是真链接，保留查询条件', () => {
  const { all, get } = markup(<Pagination page={2} pages={3} total={1284} search="?q=%E6%B4%9B%E9%98%B3&page=2" />)
  expect(get('nav').attributes['aria-label']).toBe('翻页')
  expect(get('p').text).toBe('共 1,284 条，第 2 / 3 页')
  expect(all('a').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
    ['prev', '/?q=%E6%B4%9B%E9%98%B3'],
    ['next', '/?q=%E6%B4%9B%E9%98%B3&page=3'],
  ])
})
