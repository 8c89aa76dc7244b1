import { describe, expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Deadline, dayText } from './Deadline.tsx'

const said = (days: number, provisional = false) =>
  markup(<Deadline day="2026-09-03" days={days} today="2026-09-01" provisional={provisional} />).get('span').text

describe('期限', () => {
  test('写明止日与剩余天数', () => {
    expect(said(2)).toBe('9月3日止还剩 2 天')
    expect(said(0)).toBe('9月3日止今天截止')
    expect(said(-4)).toBe('9月3日止已过期 4 天')
  })
  test('当年放假安排未公布时注明暂定', () => {
    expect(said(2, true)).toContain('暂定')
  })
  test('不是今年的日期写出年份', () => {
    expect(dayText('2027-01-05', '2026-09-01')).toBe('2027年1月5日')
    expect(dayText('2026-01-05')).toBe('2026年1月5日')
  })
})
