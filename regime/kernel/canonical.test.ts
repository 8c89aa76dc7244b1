import { expect, test } from 'vitest'
import { canonicalise } from './canonical.ts'

test('RFC 8785：键按 UTF-16 码元排序，数字按 ECMAScript 书写', () => {
  expect(canonicalise({ b: 1, a: [true, null, '梯\u000f"\\'], 10: 0, 9: -0, é: 1e21, undefined: undefined })).toBe(
    '{"10":0,"9":0,"a":[true,null,"梯\\u000f\\"\\\\"],"b":1,"é":1e+21}',
  )
  expect(canonicalise({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  )
})

test('JSON 写不出的值没有规范形式', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1, 1n, undefined])
    expect(() => canonicalise(value)).toThrow(TypeError)
})
