import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { digest, sha256 } from './sha256.ts'

test('FIPS 180-4 标准示例', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(digest('abc')).toMatch(/^sha256:ba7816bf/)
})

test('每种补位长度都与系统实现一致，含中文', () => {
  for (let length = 0; length < 200; length++) {
    const text = '梯度a'.repeat(length).slice(0, length)
    expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  }
})
