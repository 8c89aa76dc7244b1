import { describe, expect, test } from 'vitest'
import { organisationCheckDigit, organisationCodeAgrees } from './organisation-code.ts'

describe('组织机构代码校验（GB 11714，信用代码第 17 位）', () => {
  test.each([
    ['91410100DEM000014P', '4'],
    ['91410300DEM000022W', '2'],
    ['91419001DEM0000306', '0'],
    ['91410173DEM0000492', '9'],
    ['91411700DEM000057G', '7'],
    ['92410100DEM000065W', '5'],
  ])('%s 的第 17 位应为 %s', (code, digit) => {
    expect(organisationCheckDigit(code.slice(8, 16))).toBe(digit)
    expect(organisationCodeAgrees(code)).toBe(true)
  })

  test('余数 10 记 X', () => {
    // Weight of the last place is 2: 6 × 2 = 12, 12 mod 11 = 1, 11 − 1 = 10 → X.
    expect(organisationCheckDigit('00000006')).toBe('X')
  })

  test('第 17 位不符能看出来', () => expect(organisationCodeAgrees('91410100DEM00002XX')).toBe(false))
  test('不可能的字符、长度不足没有校验位', () => {
    expect(organisationCheckDigit('0000000*')).toBeUndefined()
    expect(organisationCheckDigit('123')).toBeUndefined()
  })
})
