import { expect, test } from 'vitest'
import { addAmounts, compareRatio, findDecimal, fraction, multiplyAmounts, subtractAmounts } from './fraction.ts'
import { findMoney, moneyText, readMoney } from './money.ts'

test('万元六位小数正好是分', () => {
  expect(findMoney('312.5')).toBe(312_500_000)
  expect(findMoney('0.000001')).toBe(1)
  expect(findMoney('-0.5')).toBe(-500_000)
  expect(findMoney('-0')).toBe(0)
  expect(findMoney('9007199254.740990')).toBe(9007199254740990)
  expect(findMoney('9007199254.740991')).toBe(9007199254740991)
  expect(findMoney('9007199254.740992')).toBe(9007199254740992n)
  expect(findMoney('999999999999.999999')).toBe(999999999999999999n)
})

test.each(['', '1.', '.5', '1.0000001', '1e3', '+1', ' 1', '1,000', '1234567890123', '１', 'NaN', '--1'])(
  '不是金额：“%s”',
  (text) => {
    expect(findMoney(text)).toBeUndefined()
  },
)

test('分写回万元，一分不差', () => {
  for (const text of ['0', '312.5', '-0.000001', '999999999999.999999']) {
    const fen = findMoney(text)
    expect(fen === undefined ? '' : moneyText(fen)).toBe(text)
  }
  expect(readMoney(1_001_000_000)).toBe('1,001.00 万元')
  expect(readMoney(-12_345_678_900_001)).toBe('-12,345,678.900001 万元')
})

test('比值与门槛交叉相乘，恰好等于就是等于', () => {
  const fivePercent = fraction(5, 100)
  expect(compareRatio(50_050_000, 1_001_000_000, fivePercent)).toBe(0)
  expect(compareRatio(50_049_999, 1_001_000_000, fivePercent)).toBe(-1)
  expect(compareRatio(999999999999999999n, 999999999999999999n, fraction(1))).toBe(0)
  expect(compareRatio(9007199254740991, 9007199254740990, fraction(1))).toBe(1)
  expect(compareRatio(9007199254740990, 9007199254740991, fraction(99, 100))).toBe(1)
})

test('超过 2 的 53 次方的和、差、积改用大整数', () => {
  expect(addAmounts(Number.MAX_SAFE_INTEGER, 2)).toBe(9007199254740993n)
  expect(subtractAmounts(9007199254740993n, 2)).toBe(Number.MAX_SAFE_INTEGER)
  expect(multiplyAmounts(3_000_000_001, 3_000_000_001)).toBe(9000000006000000001n)
})

test('十进制数按字面取值', () => {
  expect(findDecimal('12.50')).toEqual({ numerator: 25, denominator: 2 })
  expect(findDecimal('1e3')).toBeUndefined()
})
