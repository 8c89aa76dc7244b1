import { describe, expect, test } from 'vitest'
import type { Field } from './field.ts'
import { readDayText } from './read-day.ts'
import { readField } from './read-field.ts'
import { allFields } from './sections.ts'

const field = (path: string): Field => allFields.find((each) => each.path === path) as Field

describe('日期的读法', () => {
  test.each(['2024-03-01', '2024/3/1', '2024.03.01', '2024年3月1日', '２０２４年３月１号', ' 20240301 '])(
    '“%s”',
    (typed) => {
      expect(readDayText(typed)).toEqual({ value: '2024-03-01' })
    },
  )
  test.each(['2023-02-29', '0202-03-01', '三月一日', '2024-3', ''])('“%s”说明原因', (typed) => {
    expect(readDayText(typed)).toHaveProperty('problem')
  })
})

describe('各种项目的读法', () => {
  test('是与否、选项、级别', () => {
    expect(readField(field('/enterprise/registeredInHenan'), 'true', null)).toEqual({ value: true })
    expect(readField(field('/enterprise/registeredInHenan'), '是', null)).toHaveProperty('problem')
    expect(readField(field('/product/chainRole'), 'none', null)).toEqual({ value: 'none' })
    expect(readField(field('/product/chainRole'), 'toString', null)).toHaveProperty('problem')
    expect(readField(field('/management/digitalLevel'), '5', null)).toHaveProperty('problem')
  })

  test('“不是受让”与“不知道”不同', () => {
    const transferred = field('/intellectualProperty/{item}/transferredInOn')
    expect(readField(transferred, 'none', null)).toEqual({ value: null })
    expect(readField(transferred, '2025-06-01', null)).toEqual({ value: '2025-06-01' })
  })

  test('行业代码、授权机构、文字长度', () => {
    expect(readField(field('/enterprise/industry'), '3562', null)).toEqual({ value: '3562' })
    expect(readField(field('/enterprise/industry'), 'C35', null)).toHaveProperty('problem')
    const office = field('/intellectualProperty/{item}/overseasFamily/{item}/office')
    expect(readField(office, 'ep', null)).toEqual({ value: 'EP' })
    expect(readField(office, 'XX', null)).toHaveProperty('problem')
    expect(readField(field('/about/nicheMarket'), '字'.repeat(201), null)).toHaveProperty('problem')
  })

  test('空白不是内容', () => {
    expect(readField(field('/about/nicheMarket'), '  ', null)).toHaveProperty('problem')
  })
})
