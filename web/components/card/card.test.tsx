import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Card } from './Card.tsx'

test('有标题的卡片是以标题命名的区域', () => {
  const { get, byId } = markup(<Card title="正在公示">…</Card>)
  expect(byId(get('section').attributes['aria-labelledby'] ?? '')?.text).toBe('正在公示')
})
