import { expect, test } from 'vitest'
import { findStandard } from '../../standards/load.ts'
import type { Standard } from '../evaluation/standard.ts'
import type { Day } from '../kernel/day.ts'
import { noticeOf } from './notice.ts'
import { allFields } from './sections.ts'

const basis = { today: '2026-11-27' as Day, eligibility: findStandard('henan-2023-131/eligibility') as Standard }
const said = (path: string, raw: string): string | undefined => {
  const field = allFields.find((one) => one.path === path)
  if (!field) throw new Error(path)
  return noticeOf(field, raw, basis)
}

test.each([
  '/intellectualProperty/{item}/grantedOn',
  '/intellectualProperty/{item}/transferredInOn',
  '/scienceAwards/{item}/on',
  '/equityFinancing/{item}/paidInOn',
  '/makerContest/{item}/publishedOn',
  '/enterprise/marketEnteredOn',
  '/enterprise/incidents/{item}/on',
])('晚于今天的日期提示核对，不拒绝：%s', (path) => {
  expect(said(path, '2027-01-01')).toBe('这一天晚于 2026-11-27，请核对是否填错。')
  expect(said(path, '2026-11-27')).toBeUndefined()
})

test('荣誉有效期本来就可以晚于今天', () => {
  expect(said('/honours/{item}/validFrom', '2027-01-01')).toBeUndefined()
  expect(said('/honours/{item}/validTo', '2029-12-31')).toBeUndefined()
})

test('不能划型的行业代码：划型规则自己的话（第三条）', () => {
  expect(said('/enterprise/industry', '53')).toContain('不在划型规定覆盖的行业内')
  expect(said('/enterprise/industry', '00')).toContain('不在划型规定覆盖的行业内')
  expect(said('/enterprise/industry', '704')).toContain('不在划型规定覆盖的行业内')
  expect(said('/enterprise/industry', '59')).toContain('位数太少')
  expect(said('/enterprise/industry', '70')).toContain('位数太少')
  expect(said('/enterprise/industry', '591')).toBeUndefined()
  expect(said('/enterprise/industry', '3562')).toBeUndefined()
})

test('空的、读不懂的没有提示', () => {
  expect(said('/enterprise/industry', '')).toBeUndefined()
  expect(said('/enterprise/industry', 'C35')).toBeUndefined()
  expect(said('/enterprise/marketEnteredOn', '2027-13-01')).toBeUndefined()
  expect(said('/intellectualProperty/{item}/transferredInOn', 'none')).toBeUndefined()
})
