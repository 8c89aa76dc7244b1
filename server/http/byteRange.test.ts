import { expect, test } from 'vitest'
import { byteRange } from './byteRange.ts'

test('只答应单段、合规的字节范围，其余给全文（RFC 9110 14.2）', () => {
  const of = (range: string) => byteRange({ range }, 100)
  expect(of('bytes=0-0')).toEqual({ from: 0, to: 1 })
  expect(of('bytes=10-19')).toEqual({ from: 10, to: 20 })
  expect(of('bytes=90-')).toEqual({ from: 90, to: 100 })
  expect(of('bytes=90-1000')).toEqual({ from: 90, to: 100 })
  expect(of('bytes=-10')).toEqual({ from: 90, to: 100 })
  expect(of('bytes=-1000')).toEqual({ from: 0, to: 100 })
  expect(of('bytes=100-')).toBe('unsatisfiable')
  expect(of('bytes=-0')).toBe('unsatisfiable')
  for (const range of [
    '',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,3-4',
    'items=0-1',
    'bytes=a-b',
    `bytes=0-${'9'.repeat(20)}`,
  ])
    expect(of(range), range).toBeUndefined()
  expect(byteRange({}, 100)).toBeUndefined()
  expect(byteRange({ range: 'bytes=0-1', 'if-range': '"x"' }, 100)).toBeUndefined()
})
