import { describe, expect, test } from 'vitest'
import { allFields } from '../../../regime/profile/sections.ts'
import { markup } from '../markup.ts'
import { amountEcho, FactField } from './FactField.tsx'

const fieldAt = (path: string) => {
  const found = allFields.find((field) => field.path === path)
  if (!found) throw new Error(path)
  return found
}
const shown = (path: string, raw: string, unit: 'wan' | 'yuan' = 'wan') =>
  markup(<FactField field={fieldAt(path)} path={path} raw={raw} unit={unit} onChange={() => {}} />)

describe('事实填写项', () => {
  test('每一种事实都有带标签的控件', () => {
    for (const field of allFields) {
      const { all } = shown(field.path, '')
      const names = [...all('label'), ...all('legend')].map(({ text }) => text)
      expect(
        names.some((name) => name.startsWith(field.label.replace('（%）', ''))),
        field.path,
      ).toBe(true)
    }
  })
  test('金额读回另一种单位，单位填错一眼可见', () => {
    expect(amountEcho('1001', 'wan')).toBe('即 10,010,000 元')
    expect(amountEcho('10,010,000', 'yuan')).toBe('合 1,001.00 万元')
    expect(amountEcho('约一千', 'wan')).toBeUndefined()
  })
  test('读不懂的内容说明原因，不当作零', () => {
    const { control } = shown('/years/{year}/revenue', '1001元')
    expect(control('营业收入').description).toContain('请改写数字或切换单位')
    expect(control('营业收入').attributes['aria-invalid']).toBe('true')
  })
  test('提示写在控件的说明里，不算填错', () => {
    const field = fieldAt('/enterprise/marketEnteredOn')
    const { control } = markup(
      <FactField field={field} path={field.path} raw="2027-01-01" unit="wan" notice="请核对。" onChange={() => {}} />,
    )
    expect(control('进入该细分市场的日期').description).toContain('提示：请核对。')
    expect(control('进入该细分市场的日期').attributes['aria-invalid']).toBeUndefined()
  })
  test('是与否之外还有“暂不清楚”', () => {
    const { all } = shown('/product/strategicEmerging', '')
    expect(all('label').map(({ text }) => text)).toEqual(['是', '否', '暂不清楚'])
  })
})
