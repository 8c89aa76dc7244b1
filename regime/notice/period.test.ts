import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../server/calendar/read.ts'
import { parseDay } from '../kernel/day.ts'
import { noticePeriod, overridePeriod } from './period.ts'

const d = parseDay
const calendar = readCalendar()
const today = d('2026-09-01')
const computed = noticePeriod(calendar, d('2026-09-28'))

describe('公示期', () => {
  it('默认 5 个工作日、首日计入', () => {
    expect(computed).toEqual({
      from: '2026-09-28',
      to: '2026-10-09',
      basis: 'workday',
      days: 5,
      includeStart: true,
      counted: 5,
      provisional: false,
    })
  })

  it('可按自然日：起止均含，不顺延', () => {
    const period = noticePeriod(calendar, d('2023-05-01'), { basis: 'calendar', days: 5, includeStart: true })
    expect(period).toMatchObject({ to: '2023-05-05', counted: 5 })
  })

  it('跨入未载入的年份：暂定并说明', () => {
    expect(noticePeriod(calendar, d('2026-12-30'))).toMatchObject({ to: '2027-01-06', provisional: true })
    expect(noticePeriod(calendar, d('2026-12-30')).because).toContain('2027')
  })

  it('以公示文书载明的起止日期为准：改日期须写理由，原算日期一并留存', () => {
    const stated = { from: d('2026-09-28'), to: d('2026-10-12'), reason: '与省厅统一公示期一致' }
    expect(overridePeriod(calendar, computed, stated, today)).toMatchObject({
      to: '2026-10-12',
      counted: 7,
      override: { reason: '与省厅统一公示期一致', computed: { from: '2026-09-28', to: '2026-10-09' } },
    })
    expect(() => overridePeriod(calendar, computed, { ...stated, reason: '  ' }, today)).toThrow('理由')
  })

  it('日期没有变，就不算改', () => {
    const stated = { from: computed.from, to: computed.to, reason: '' }
    expect(overridePeriod(calendar, computed, stated, today)).toBe(computed)
  })

  it('止日早于起日、早于今天、过长、或全是假日的，不接受', () => {
    const reason = '按文书载明日期'
    for (const [from, to] of [
      ['2026-09-28', '2026-09-27'],
      ['2026-08-01', '2026-08-31'],
      ['2026-09-28', '2027-12-31'],
      ['2026-10-01', '2026-10-07'],
    ] as const)
      expect(() => overridePeriod(calendar, computed, { from: d(from), to: d(to), reason }, today)).toThrow('起止日期')
    for (const days of [0, 61, 2.5])
      expect(() => noticePeriod(calendar, today, { basis: 'workday', days, includeStart: true })).toThrow('起止日期')
  })
})
