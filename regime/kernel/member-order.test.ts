import { expect, test } from 'vitest'
import { canonicalise } from './canonical.ts'
import { orderOf } from './member-order.ts'

const quote = (key: string): string => JSON.stringify(key)

test('同样的键换个次序、多一个少一个，各得各的次序；记住的与现排的相同', () => {
  for (let round = 0; round < 2; round++) {
    expect(orderOf(['b', 'a'], quote).keys).toEqual(['a', 'b'])
    expect(orderOf(['b', 'a', 'c'], quote).keys).toEqual(['a', 'b', 'c'])
    expect(orderOf(['b', 'c', 'a'], quote).labels).toEqual(['"a":', '"b":', '"c":'])
    expect(orderOf([], quote).keys).toEqual([])
  }
})

test('键的种类再多也只是不再记住', () => {
  for (let seed = 0; seed < 2_000; seed++) {
    const keys = Array.from({ length: 1 + (seed % 40) }, (_none, at) => `k${(seed * 31 + at * 17) % 997}`)
    expect(orderOf([...new Set(keys)], quote).keys).toEqual([...new Set(keys)].sort())
  }
  expect(canonicalise({ b: 1, a: { d: 2, c: undefined } })).toBe('{"a":{"d":2},"b":1}')
})
