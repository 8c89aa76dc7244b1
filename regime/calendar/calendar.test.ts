import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { readCalendarFiles } from '../../server/calendar/read.ts'
import { addDays, type Day, parseDay } from '../kernel/day.ts'
import { dayKind, isWorkday, loadCalendar } from './calendar.ts'

const d = parseDay
const calendarFiles = readCalendarFiles()
const calendar = loadCalendar(calendarFiles)

describe('法定节假日与调休上班日', () => {
  it('2023—2026 年全年逐日与 chinese-days 一致', () => {
    for (let day = d('2023-01-01'); day <= '2026-12-31'; day = addDays(day, 1))
      expect(isWorkday(calendar, day), day).toBe(chineseDays.isWorkday(day))
  })

  it('全年工作日数：2023 年 249，2024 年 251，2025 年 248，2026 年 248', () => {
    expect(calendar.years.map(({ year, totalWorkdays }) => [year, totalWorkdays])).toEqual([
      [2023, 249],
      [2024, 251],
      [2025, 248],
      [2026, 248],
      [2027, undefined],
    ])
  })

  it('每年都注明通知名称、文号和日期', () => {
    for (const { source } of calendar.years) {
      expect(source.title).not.toBe('')
      expect(source.number).not.toBe('')
    }
    expect(calendar.years.find(({ year }) => year === 2026)?.source.number).toBe('国办发明电〔2025〕7号')
  })

  it('说得出为什么：节日名、周末、调休上班、除夕上班', () => {
    const name = (day: string) => dayKind(calendar, d(day)).name
    expect(name('2026-10-01')).toBe('国庆节')
    expect(name('2026-09-05')).toBe('周六')
    expect(name('2026-09-06')).toBe('周日')
    expect(name('2026-10-10')).toBe('调休上班')
    expect(name('2024-02-09')).toBe('工作日')
    expect(dayKind(calendar, d('2023-01-03'))).toEqual({ workday: true, name: '工作日', provisional: false })
  })

  it('2027 年未载入：答案标为暂定，法定节日仍算休息日', () => {
    expect(dayKind(calendar, d('2027-01-01'))).toEqual({ workday: false, name: '元旦', provisional: true })
    expect(dayKind(calendar, d('2027-01-04'))).toEqual({ workday: true, name: '工作日', provisional: true })
    expect(dayKind(calendar, d('2022-06-01')).provisional).toBe(true)
  })
})

describe('日历文件有误则拒绝装载', () => {
  const good = calendarFiles.find((file) => (file as { year: number }).year === 2026) as Record<string, unknown>
  const bad: readonly [string, Record<string, unknown>, RegExp][] = [
    ['工作日总数不符', { ...good, totalWorkdays: 249 }, /248 workdays by the lists, 249 stated/],
    ['少了总数', { ...good, totalWorkdays: undefined }, /totalWorkdays/],
    ['日期不存在', { ...good, makeupWorkdays: ['2026-02-30'] }, /not a day/],
    ['别的年份', { ...good, makeupWorkdays: ['2025-01-26'] }, /another year/],
    ['调休日不是周末', { ...good, makeupWorkdays: ['2026-03-02'] }, /not a Saturday/],
    ['调休日又是假日', { ...good, makeupWorkdays: ['2026-10-03'] }, /also a holiday/],
    ['状态不认识', { ...good, status: 'draft' }, /status/],
    ['没有出处', { ...good, source: undefined }, /source/],
    ['假期倒置', { ...good, holidays: [{ name: '元旦', from: '2026-01-03', to: '2026-01-01' }] }, /ends before/],
    [
      '假期重叠',
      {
        ...good,
        holidays: [
          { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
          { name: '元旦', from: '2026-01-03', to: '2026-01-04' },
        ],
      },
      /two holidays/,
    ],
  ]
  it.each(bad)('%s', (_, file, message) => {
    expect(() => loadCalendar([file])).toThrow(message)
  })
  it('同一年给了两份', () => expect(() => loadCalendar([good, { ...good, holidays: [] }])).toThrow(/given twice/))
  it('不是映射', () => expect(() => loadCalendar(['2026'])).toThrow(/not a mapping/))
  it('未装载任何年份时，一切都是暂定', () => {
    expect(dayKind(loadCalendar([]), d('2026-10-01') as Day)).toEqual({
      workday: true,
      name: '工作日',
      provisional: true,
    })
  })
})
