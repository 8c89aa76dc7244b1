import { describe, expect, test } from 'vitest'
import { USCC_CHARACTERS, usccCheckDigit } from '../kernel/uscc.ts'
import { readUscc } from './uscc-reading.ts'

describe('登记时读统一社会信用代码（GB 32100）', () => {
  test('空格、小写、全角都能读', () => {
    expect(readUscc(' ９１４１0100dem000014p ')).toEqual({
      uscc: '91410100DEM000014P',
      organisationCodeDiffers: false,
      individualBusiness: false,
    })
  })

  test('不可能的字符：指出第几位', () => {
    expect(readUscc('91410100DEM00001O4').problem).toEqual({
      position: 17,
      text: expect.stringContaining('第 17 位“O”'),
    })
    expect(readUscc('9141010ODEM000014P').problem).toEqual({ position: 8, text: expect.stringContaining('应为数字') })
  })

  test('校验码不符：说第 18 位与前 17 位不符，但不说应当是什么', () => {
    const { problem } = readUscc('91410100DEM000014Q')
    expect(problem).toMatchObject({ position: 18, text: expect.stringContaining('第 18 位“Q”') })
    expect(problem?.text).not.toContain('P')
  })

  test('位数不对', () => expect(readUscc('91410100').problem).toEqual({ text: expect.stringContaining('8 位') }))

  test('第 17 位与组织机构代码不符只提示', () => {
    const body = '91410100DEM000019'
    const code = `${body}${usccCheckDigit(body)}`
    expect(USCC_CHARACTERS).toContain(code.at(-1))
    expect(readUscc(code)).toMatchObject({ organisationCodeDiffers: true })
    expect(readUscc(code)).not.toHaveProperty('problem')
  })

  test('个体工商户可以登记，但会被“独立法人”一条拦下（第三条）', () => {
    expect(readUscc('92410100DEM000065W')).toMatchObject({ individualBusiness: true })
  })
})
