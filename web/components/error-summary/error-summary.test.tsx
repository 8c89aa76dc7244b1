import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { ErrorSummary } from './ErrorSummary.tsx'

test('错误汇总会播报，每条链接到填写处', () => {
  const { get, all } = markup(<ErrorSummary errors={[{ field: 'rd', message: '请填写研发费用' }]} />)
  expect(get('div').attributes.role).toBe('alert')
  expect(all('a')).toMatchObject([{ attributes: { href: '#rd' }, text: '请填写研发费用' }])
})

test('没有错误时不出现', () => {
  expect(markup(<ErrorSummary errors={[]} />).html).toBe('')
})
