import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Banner } from './Banner.tsx'

test('办理失败立即播报，其余等候播报；颜色之外有文字', () => {
  expect(markup(<Banner tone="fail" live title="案件已被他人办理" />).get('div').attributes.role).toBe('alert')
  const { get } = markup(<Banner tone="pass" live title="已提交" />)
  expect(get('div').attributes.role).toBe('status')
  expect(get('p').text).toBe('已完成已提交')
})
