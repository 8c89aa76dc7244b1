import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Timeline } from './Timeline.tsx'

test('办理记录写明何时、何事、何人', () => {
  const { get } = markup(
    <Timeline
      label="办理记录"
      entries={[{ id: '1', at: '2026-09-01 10:41', title: '退回补正', by: '洛阳市工业和信息化局 · 经办 张三' }]}
    />,
  )
  expect(get('ol').attributes['aria-label']).toBe('办理记录')
  expect(get('time').attributes.datetime ?? get('time').attributes.dateTime).toBe('2026-09-01T10:41')
  expect(get('li').text).toBe('退回补正2026-09-01 10:41洛阳市工业和信息化局 · 经办 张三')
})
