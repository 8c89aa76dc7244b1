import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Tag } from './Tag.tsx'

test('标签总有文字，颜色只是重复文字的意思', () => {
  for (const tone of ['pass', 'open', 'fail', 'plain'] as const)
    expect(markup(<Tag tone={tone}>待核对</Tag>).get('span').text).toBe('待核对')
})
