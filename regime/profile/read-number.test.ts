import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupDigits, inUnit, readAmount, readFen, readPercent, readWhole } from './read-number.ts'

describe('金额的读法（元、万元，精确到分）', () => {
  test.each([
    ['312.5', 'wan', '312.5'],
    ['3125000', 'yuan', '312.5'],
    ['1,001.00', 'wan', '1001'],
    ['10,010,000.00', 'yuan', '1001'],
    ['０.０００００１', 'wan', '0.000001'],
    ['0.01', 'yuan', '0.000001'],
    [' 312.5 万元 ', 'wan', '312.5'],
    ['¥1200元', 'yuan', '0.12'],
    ['001.50', 'wan', '1.5'],
    ['999999999999.999999', 'wan', '999999999999.999999'],
  ] as const)('“%s”（%s）读作 %s 万元', (typed, unit, value) => {
    expect(readAmount(typed, unit, false)).toEqual({ value })
  })

  test.each([
    ['1.234', 'yuan', '最多 2 位小数'],
    ['1.2345678', 'wan', '最多 6 位小数'],
    ['12,34', 'wan', '逗号的位置'],
    ['三百', 'wan', '“三”不是数字'],
    ['-5', 'wan', '不能是负数'],
    ['312.5元', 'wan', '这里按“万元”填写'],
    ['1000000000000', 'wan', '金额过大'],
    ['.', 'wan', '不是一个完整的数'],
  ] as const)('“%s”（%s）说明原因：%s', (typed, unit, message) => {
    expect(readAmount(typed, unit, false)).toMatchObject({ problem: expect.stringContaining(message) })
  })

  test('净利润可以为负', () => {
    expect(readAmount('－35.2', 'wan', true)).toEqual({ value: '-35.2' })
    expect(readAmount('−352000', 'yuan', true)).toEqual({ value: '-35.2' })
  })

  test('换算单位分毫不差，来回如初', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n), (fen) => {
        const sign = fen < 0n ? '-' : ''
        const size = fen < 0n ? -fen : fen
        const yuan = `${sign}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
        const wan = inUnit(yuan, 'yuan', 'wan')
        expect(readFen(wan, 'wan')).toEqual({ value: fen })
        expect(readFen(inUnit(wan, 'wan', 'yuan'), 'yuan')).toEqual({ value: fen })
      }),
    )
  })

  test('读不懂的文字换单位时原样保留', () => {
    expect(inUnit('约三百', 'wan', 'yuan')).toBe('约三百')
  })

  test('读数时每三位分节，不改变数值', () => {
    expect(groupDigits('7513395926.5')).toBe('7,513,395,926.5')
    expect(groupDigits('-1234')).toBe('-1,234')
    expect(groupDigits('约三百')).toBe('约三百')
    expect(readAmount(groupDigits('10010000'), 'yuan', false)).toEqual({ value: '1001' })
  })

  test('任何文字都有答复，不报错', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('yuan' as const, 'wan' as const), (text, unit) => {
        const amount = readAmount(text, unit, true)
        if ('value' in amount) expect(amount.value).toMatch(/^-?\d{1,12}(\.\d{1,6})?$/)
        const percent = readPercent(text)
        if ('value' in percent) expect(percent.value).toMatch(/^\d{1,4}(\.\d{1,6})?$/)
        const whole = readWhole(text, 0, 9_999_999)
        if ('value' in whole) expect(Number.isSafeInteger(whole.value)).toBe(true)
      }),
    )
  })
})

describe('百分比和人数的读法', () => {
  test('百分号可写可不写，0 至 1000', () => {
    expect(readPercent('12.50％')).toEqual({ value: '12.5' })
    expect(readPercent('1000')).toEqual({ value: '1000' })
    expect(readPercent('1000.1')).toHaveProperty('problem')
    expect(readPercent('1.2345678')).toHaveProperty('problem')
    expect(readPercent('-1')).toHaveProperty('problem')
  })

  test('人数是整数', () => {
    expect(readWhole('1,200 人', 0, 9_999_999)).toEqual({ value: 1200 })
    expect(readWhole('25.0', 0, 9_999_999)).toEqual({ value: 25 })
    expect(readWhole('25.5', 0, 9_999_999)).toHaveProperty('problem')
    expect(readWhole('99999999999', 0, 9_999_999)).toHaveProperty('problem')
    expect(readWhole('0', 1, 9)).toHaveProperty('problem')
  })
})
