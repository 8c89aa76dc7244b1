import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonthsClamp,
  addYears,
  compareDays,
  type Day,
  dayInShanghai,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  parseDay,
  weekday,
  yearOf,
} from './day.ts'
import { Refusal } from './errors.ts'

const d = parseDay
// The platform's own calendar is the second opinion; regime/ itself never uses it.
const viaDate = (ms: number): Day => d(new Date(ms).toISOString().slice(0, 10))
const anyMs = fc.integer({ min: Date.UTC(1583, 0, 1), max: Date.UTC(9998, 11, 31) })

describe('日期', () => {
  it('只接受真实存在的日期和“年-月-日”写法', () => {
    for (const text of ['2026-09-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
      expect(isDay(text), text).toBe(true)
    for (const text of [
      '',
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '0000-01-01',
      '2026-9-1',
      '2026/09/01',
      ' 2026-09-01',
      '2026-09-01\n',
      '２０２６-09-01',
      '2026-09-01T00:00:00Z',
    ])
      expect(isDay(text), text).toBe(false)
    expect(() => d('2026-02-29')).toThrow(Refusal)
    expect(() => d('2026-02-29')).toThrow('日期')
  })

  it('逐日与平台日历一致：加减、间隔、星期', () => {
    fc.assert(
      fc.property(anyMs, fc.integer({ min: -400_000, max: 400_000 }), (ms, n) => {
        const day = viaDate(ms)
        const there = new Date(Date.parse(day) + n * 86_400_000)
        fc.pre(there.getUTCFullYear() >= 1 && there.getUTCFullYear() <= 9999)
        expect(addDays(day, n)).toBe(viaDate(there.getTime()))
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(weekday(day)).toBe(new Date(day).getUTCDay() || 7)
      }),
      { numRuns: 2000 },
    )
  })

  it('每个四百年周期的边界都对', () => {
    for (let day = d('1999-12-20'); day < '2001-03-10'; day = addDays(day, 1))
      expect(viaDate(Date.parse(day) + 86_400_000)).toBe(addDays(day, 1))
  })

  it('超出年份范围时报错，不悄悄回绕', () => {
    expect(() => addDays(d('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(d('0001-01-01'), -1)).toThrow(RangeError)
    expect(() => addMonthsClamp(d('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(d('2026-01-01'), 0.5)).toThrow(RangeError)
    expect(() => addMonthsClamp(d('2026-01-01'), Number.NaN)).toThrow(RangeError)
  })

  it('民法典第二百零二条：到期月无对应日的为月末日', () => {
    expect(addMonthsClamp(d('2026-01-15'), 3)).toBe('2026-04-15')
    expect(addMonthsClamp(d('2026-01-31'), 3)).toBe('2026-04-30')
    expect(addMonthsClamp(d('2025-11-30'), 3)).toBe('2026-02-28')
    expect(addMonthsClamp(d('2024-02-29'), 36)).toBe('2027-02-28')
    expect(addMonthsClamp(d('2023-02-28'), 36)).toBe('2026-02-28')
    expect(addMonthsClamp(d('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonthsClamp(d('2026-01-31'), -13)).toBe('2024-12-31')
    expect(addYears(d('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(d('2024-02-29'), 4)).toBe('2028-02-29')
  })

  it('按上海时间落日：跨零点、带时区偏移', () => {
    expect(dayInShanghai('2026-09-01T15:59:59.999Z')).toBe('2026-09-01')
    expect(dayInShanghai('2026-09-01T16:00:00.000Z')).toBe('2026-09-02')
    expect(dayInShanghai('2026-12-31T16:00:00Z')).toBe('2027-01-01')
    expect(dayInShanghai('2026-09-01T23:59:59.999+08:00')).toBe('2026-09-01')
    expect(dayInShanghai('2026-09-01T12:00:00-05:00')).toBe('2026-09-02')
    expect(dayInShanghai('2026-09-01T00:30:00+14:00')).toBe('2026-08-31')
    expect(dayInShanghai(endOfDay(d('2026-04-30')))).toBe('2026-04-30')
    for (const text of ['2026-09-01', '2026-09-01T24:00:00Z', '2026-02-30T00:00:00Z', '2026-09-01T00:00:00'])
      expect(() => dayInShanghai(text), text).toThrow(RangeError)
  })

  it('比较、取年、拼日', () => {
    expect([d('2026-10-01'), d('2025-12-31'), d('2026-02-01')].sort(compareDays)).toEqual([
      '2025-12-31',
      '2026-02-01',
      '2026-10-01',
    ])
    expect(compareDays(d('2026-01-01'), d('2026-01-01'))).toBe(0)
    expect(yearOf(d('2026-09-01'))).toBe(2026)
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29')
    expect(() => dayOf(2026, 2, 29)).toThrow(Refusal)
  })
})
