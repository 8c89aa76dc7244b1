import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { EmptyState } from './EmptyState.tsx'

test('没有内容时说清为什么、可以做什么', () => {
  expect(markup(<EmptyState title="没有正在公示的名单">公示开始后在这里列出。</EmptyState>).text).toBe(
    '没有正在公示的名单公示开始后在这里列出。',
  )
})
