import { describe, expect, test } from 'vitest'
import { findDivision, industrySections } from './industries.ts'

describe('国民经济行业分类（GB/T 4754—2017）', () => {
  test('二十个门类、九十七个大类，代码连续不重', () => {
    expect(industrySections).toHaveLength(20)
    expect(industrySections.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    const codes = industrySections.flatMap(({ divisions }) => divisions.map(([code]) => code))
    expect(codes).toEqual(Array.from({ length: 97 }, (_none, at) => String(at + 1).padStart(2, '0')))
  })

  test.each([
    ['3562', 'C', '专用设备制造业'],
    ['39', 'C', '计算机、通信和其他电子设备制造业'],
    ['431', 'C', '金属制品、机械和设备修理业'],
    ['6513', 'I', '软件和信息技术服务业'],
    ['0511', 'A', '农、林、牧、渔专业及辅助性活动'],
    ['1200', 'B', '其他采矿业'],
    ['9700', 'T', '国际组织'],
  ])('%s 属于 %s 门类的%s', (code, letter, name) => {
    expect(findDivision(code)).toMatchObject({ name, section: { letter } })
  })

  test('没有的代码查不到', () => {
    expect([findDivision('00'), findDivision('9811'), findDivision('')]).toEqual([undefined, undefined, undefined])
  })
})
