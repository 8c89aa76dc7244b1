import { expect, test } from 'vitest'
import { describeUsccFault, findUsccFault, normaliseUscc } from './uscc.ts'

const valid = [
  '91410100DEM000014P',
  '91410300DEM000022W',
  '91419001DEM0000306',
  '91410173DEM0000492',
  '91411700DEM000057G',
  '92410100DEM000065W',
]

test.each(valid)('GB 32100：%s 校验通过', (code) => {
  expect(findUsccFault(code)).toBeUndefined()
})

test('GB 32100：任何一位抄错都能发现', () => {
  const code = '91410100DEM000014P'
  for (let position = 0; position < 18; position++)
    for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (other === code[position]) continue
      expect(findUsccFault(code.slice(0, position) + other + code.slice(position + 1))).toBeDefined()
    }
})

test('GB 32100：指出哪一位不可能，或校验码应为什么', () => {
  expect(findUsccFault('91410100DEM000014Q')).toEqual({ kind: 'check-digit', given: 'Q', expected: 'P' })
  expect(findUsccFault('91410100DEM00001O4')).toEqual({ kind: 'character', position: 16, character: 'O' })
  expect(findUsccFault('9141010ODEM000014P')).toEqual({ kind: 'character', position: 7, character: 'O' })
  expect(findUsccFault('91410100DEM')).toEqual({ kind: 'length', length: 11 })
  expect(describeUsccFault({ kind: 'character', position: 7, character: 'O' })).toContain('第 8 位“O”应为数字')
  expect(describeUsccFault({ kind: 'check-digit', given: 'Q', expected: 'P' })).toContain('应为“P”')
  expect(describeUsccFault({ kind: 'length', length: 11 })).toContain('18 位')
})

test('录入时去空格、转大写、全角转半角', () => {
  expect(normaliseUscc(' ９１410100 dem000014p ')).toBe('91410100DEM000014P')
})
