import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Mark } from './Mark.tsx'

test('标志在名称旁边只是装饰，读屏时略过', () => {
  expect(markup(<Mark />).get('svg').attributes['aria-hidden']).toBe('true')
})
