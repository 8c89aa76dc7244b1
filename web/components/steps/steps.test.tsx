import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Steps } from './Steps.tsx'

test('进度条用文字说明每一步的状态，当前步可被识别', () => {
  const { all, get } = markup(
    <Steps
      steps={[
        { id: 'a', label: '自评', state: 'done', note: '8月20日' },
        { id: 'b', label: '市级审核', state: 'now', note: '9月3日止' },
        { id: 'c', label: '公告', state: 'ahead' },
      ]}
    />,
  )
  expect(get('ol').attributes['aria-label']).toBe('办理进度')
  expect(all('li').map(({ text }) => text)).toEqual([
    '自评（已完成）8月20日',
    '市级审核（当前）9月3日止',
    '公告（未开始）',
  ])
  expect(all('li').map(({ attributes }) => attributes['aria-current'])).toEqual([undefined, 'step', undefined])
})
