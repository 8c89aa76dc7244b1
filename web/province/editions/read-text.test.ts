import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const read = (...bytes: number[]) => readText(new Blob([new Uint8Array(bytes)]))

test('R8.2 选择的文件按 UTF-8、GBK、带标记的 Unicode 读出文字（第八条）', async () => {
  expect(await readText(new Blob(['title: 标准']))).toBe('title: 标准')
  expect(await readText(new Blob(['\ufefftitle: 标准']))).toBe('title: 标准')
  expect(await read(0xb1, 0xea, 0xd7, 0xbc)).toBe('标准')
  expect(await read(0xff, 0xfe, 0x07, 0x68, 0xc6, 0x51)).toBe('标准')
})

test('R8.2 不是文本的文件不当作标准（第八条）', async () => {
  expect(await read(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00)).toBeUndefined()
  expect(await read(0xff, 0xd8, 0xff, 0xe0)).toBeUndefined()
})
