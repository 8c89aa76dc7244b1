import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readChunks } from './read-chunks.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidu-chunks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('文件逐块读入，全在同一内存；没有的文件照系统的说法报出', async () => {
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_none, at) => at % 251))
  const path = join(folder, 'bytes')
  writeFileSync(path, bytes)
  const read: Uint8Array[] = []
  const memories = new Set<ArrayBufferLike>()
  for await (const chunk of readChunks(path)) {
    read.push(Uint8Array.from(chunk))
    memories.add(chunk.buffer)
  }
  expect(Buffer.concat(read).equals(bytes)).toBe(true)
  expect([read.length > 2, memories.size]).toEqual([true, 1])
  const none = readChunks(join(folder, 'none'))
  await expect(none.next()).rejects.toMatchObject({ code: 'ENOENT' })
})
