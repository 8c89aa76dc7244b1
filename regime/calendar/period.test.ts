import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../server/calendar/read.ts'
import { addDays, addYears, parseDay } from '../kernel/day.ts'
import { isWorkday } from './calendar.ts'
import { addWorkdays, countDays, endOfMonths, endOfPeriod, rollForward } from './period.ts'

const d = parseDay
const calendar = readCalendar()

describe('第十五条：重大变化 3 个月内报告（末日为休息日的顺延）', () => {
  it.each([
    ['2026-01-15', 3, '2026-04-15', '周三'],
    ['2026-01-31', 3, '2026-04-30', '无 31 日，取月末'],
    ['2025-11-30', 3, '2026-02-28', '周六，但为春节调休上班日，不顺延'],
    ['2026-06-26', 3, '2026-09-28', '中秋假期，顺延'],
    ['2025-07-01', 3, '2025-10-09', '国庆中秋连休，顺延'],
    ['2026-08-25', 3, '2026-11-25', '周三'],
    ['2023-02-28', 36, '2026-02-28', '三年'],
  ])('%s 起 %i 个月 → %s（%s）', (start, months, expected) => {
    expect(endOfMonths(calendar, d(start), months)).toEqual({ day: expected, provisional: false })
  })

  it('闰日 2024-02-29 起 36 个月落在未载入的 2027 年：只给暂定日并说明', () => {
    const end = endOfMonths(calendar, d('2024-02-29'), 36)
    expect(end.provisional).toBe(true)
    expect(end.day).toBe('2027-03-01')
    expect(end.because).toContain('2027年放假安排尚未载入')
  })
})

describe('公示 5 个工作日', () => {
  it.each([
    ['2026-02-10', '2026-02-14', '2026-02-24'],
    ['2026-04-30', '2026-05-09', '2026-05-11'],
    ['2026-09-28', '2026-10-09', '2026-10-10'],
    ['2026-11-23', '2026-11-27', '2026-11-30'],
    ['2023-04-27', '2023-05-06', '2023-05-08'],
    // 豫 2021 年公示首日计入为 5 个工作日的同一算法，换到已载入的年份：周二至次周一
    ['2026-07-28', '2026-08-03', '2026-08-04'],
  ])('%s 起：首日计入至 %s，首日不计至 %s', (start, counted, notCounted) => {
    const period = { start: d(start), days: 5, basis: 'workday' as const }
    expect(endOfPeriod(calendar, { ...period, includeStart: true })).toEqual({ day: counted, provisional: false })
    expect(endOfPeriod(calendar, { ...period, includeStart: false })).toEqual({ day: notCounted, provisional: false })
  })

  it('自然日起止均含、不顺延：2023-05-01 起 5 日至 05-05', () => {
    const period = { start: d('2023-05-01'), days: 5, basis: 'calendar' as const }
    expect(endOfPeriod(calendar, { ...period, includeStart: true }).day).toBe('2023-05-05')
    expect(endOfPeriod(calendar, { ...period, includeStart: false }).day).toBe('2023-05-06')
  })

  it('自然日与日历无关，跨入未载入的年份也不是暂定', () => {
    const period = { start: d('2026-12-30'), days: 5, basis: 'calendar' as const, includeStart: true }
    expect(endOfPeriod(calendar, period)).toEqual({ day: '2027-01-03', provisional: false })
  })

  it('跨入未载入的年份：暂定，并避开已由法规确定的元旦', () => {
    const end = endOfPeriod(calendar, { start: d('2026-12-29'), days: 5, basis: 'workday', includeStart: true })
    expect(end).toMatchObject({ day: '2027-01-05', provisional: true })
    const within = endOfPeriod(calendar, { start: d('2026-12-25'), days: 5, basis: 'workday', includeStart: true })
    expect(within).toEqual({ day: '2026-12-31', provisional: false })
  })
})

describe('工作日推算', () => {
  it('起算日不计入（民法典第二百零一条）', () => {
    expect(addWorkdays(calendar, d('2026-09-01'), 1).day).toBe('2026-09-02')
    expect(addWorkdays(calendar, d('2026-09-30'), 1).day).toBe('2026-10-08')
    expect(addWorkdays(calendar, d('2026-09-19'), 1).day).toBe('2026-09-20')
  })

  it('休息日顺延，调休上班日不顺延（民法典第二百零三条）', () => {
    expect(rollForward(calendar, d('2026-10-01')).day).toBe('2026-10-08')
    expect(rollForward(calendar, d('2026-10-10')).day).toBe('2026-10-10')
    expect(rollForward(calendar, d('2026-10-11')).day).toBe('2026-10-12')
  })

  it('与逐日数数的笨办法一致', () => {
    for (let start = d('2025-12-20'); start < '2026-11-20'; start = addDays(start, 1)) {
      for (const days of [1, 2, 5, 7, 15]) {
        const end = endOfPeriod(calendar, { start, days, basis: 'workday', includeStart: true })
        expect(countDays(calendar, start, end.day, 'workday'), `${start} + ${days}`).toBe(days)
        expect(isWorkday(calendar, end.day)).toBe(true)
      }
    }
  })

  it('不接受 0 天、半天和过长的期间', () => {
    for (const days of [0, -1, 1.5, Number.NaN, 4000])
      expect(() => addWorkdays(calendar, d('2026-09-01'), days)).toThrow(RangeError)
    expect(countDays(calendar, d('2026-09-02'), d('2026-09-01'), 'calendar')).toBe(0)
    expect(() => countDays(calendar, d('2026-09-02'), d('9999-09-01'), 'calendar')).toThrow(RangeError)
  })

  it('第十三条：有效期三年由文件写明，首尾均含；缺省为三年减一日', () => {
    expect(addDays(addYears(d('2023-01-01'), 3), -1)).toBe('2025-12-31')
  })
})
