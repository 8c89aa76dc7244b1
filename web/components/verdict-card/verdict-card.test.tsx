import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { VerdictCard } from './VerdictCard.tsx'

test('结论卡：得分、结论与依据都可读出', () => {
  const { get } = markup(
    <VerdictCard
      outcome="undetermined"
      score={{ min: 55, max: 75 }}
      headline="还不能确定"
      why="还有 2 项未填"
      basis="依据自报数据"
    />,
  )
  expect(get('section').attributes['aria-label']).toBe('结论')
  expect(get('section').text).toBe('得分 55–75，满分100还不能确定还有 2 项未填尚不能确定依据自报数据')
})
