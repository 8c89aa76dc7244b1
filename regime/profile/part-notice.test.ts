import { expect, test } from 'vitest'
import type { MoneyUnit } from './field.ts'
import { partNotice, wholeOf } from './part-notice.ts'
import { yearFields } from './years.ts'

const field = (label: string) => {
  const found = yearFields.find((one) => one.label === label)
  if (!found) throw new Error(label)
  return found
}
const said = (label: string, part: string, whole: string, unit: MoneyUnit = 'wan') =>
  partNotice(field(label), part, whole, unit)

test('每个“其中”都有它所属的总数', () => {
  for (const part of yearFields.filter(({ label }) => label.startsWith('其中：')))
    expect(wholeOf(part), part.label).toBeDefined()
})

test('主营业务收入大于营业收入、研发人员多于职工：提示核对，不拒绝', () => {
  expect(said('其中：主营业务收入', '6000', '5000')).toBe('大于营业收入，请核对是否填错。')
  expect(said('其中：主营业务收入', '5,000.01', '５０００')).toBe('大于营业收入，请核对是否填错。')
  expect(said('其中：研发人员', '121', '120')).toBe('大于年末全职职工人数，请核对是否填错。')
})

test('相等、较小、没填或读不懂：不提示', () => {
  expect(said('其中：主营业务收入', '5000', '5000')).toBeUndefined()
  expect(said('其中：主营业务收入', '4999.999999', '5000')).toBeUndefined()
  expect(said('其中：主营业务收入', '6000', '')).toBeUndefined()
  expect(said('其中：主营业务收入', '六千', '5000')).toBeUndefined()
  expect(said('其中：研发人员', '', '120')).toBeUndefined()
  expect(said('年末负债总额', '9000', '6000')).toBeUndefined()
})
