import { describe, expect, test } from 'vitest'
import { parseDay } from '../kernel/day.ts'
import { isThreeYears, lastValidDay } from './validity.ts'

describe('称号有效期（第十三条）', () => {
  test('R13.1 三年，首尾均含：2023-01-01 至 2025-12-31', () => {
    expect(lastValidDay(parseDay('2023-01-01'))).toBe('2025-12-31')
    expect(lastValidDay(parseDay('2026-09-01'))).toBe('2029-08-31')
    // 29 February has no day of its own three years later: the title ends on the day before the 28th.
    expect(lastValidDay(parseDay('2024-02-29'))).toBe('2027-02-27')
  })

  test('R13.1 载明的期间多一天少一天都不是三年', () => {
    const from = parseDay('2023-01-01')
    expect(isThreeYears(from, parseDay('2025-12-31'))).toBe(true)
    expect(isThreeYears(from, parseDay('2025-12-30'))).toBe(false)
    expect(isThreeYears(from, parseDay('2026-01-01'))).toBe(false)
  })
})
