import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDirectoryStore } from './directoryStore.ts'
import type { EvidenceStore } from './store.ts'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
async function* pieces(...parts: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield part
  }
}
const all = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
const nothing = async (): Promise<undefined> => undefined

describe('佐证存储（目录）', () => {
  let root: string
  let store: EvidenceStore
  const upload = randomUUID()
  const bytes = Buffer.from('0123456789abcdef'.repeat(50_000))
  const files = async (folder: string): Promise<string[]> =>
    (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tidu-store-'))
    store = await openDirectoryStore(root, { keepFree: 0 })
  })
  afterEach(() => rm(root, { recursive: true }))

  it('分段收、按哈希存、分段读，换一个进程打开仍在', async () => {
    expect(await store.received(upload)).toBe(0)
    expect(await store.append(upload, 0, bytes.length, pieces(bytes.subarray(0, 10), bytes.subarray(10, 70_000)))).toBe(
      70_000,
    )
    expect(await store.append(upload, 70_000, bytes.length, pieces(bytes.subarray(70_000)))).toBe(bytes.length)
    const kept = await store.keep(upload, digest(bytes), async (source) => [source.size, await source.read(14, 4)])
    expect(kept).toEqual({ kept: true, found: [bytes.length, new Uint8Array(Buffer.from('ef01'))] })
    await store.discard(upload)
    const again = await openDirectoryStore(root, { keepFree: 0 })
    expect(await all(again.content(digest(bytes), 0, bytes.length))).toEqual(bytes)
    expect((await all(again.content(digest(bytes), 9, 12))).toString()).toBe('9ab')
    expect(await files('parts')).toEqual([])
    const path = join(root, 'content', digest(bytes).slice(0, 2), digest(bytes).slice(2, 4), digest(bytes))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('断开之前收到的都算数，从断处继续', async () => {
    const broken = store.append(upload, 0, bytes.length, pieces(bytes.subarray(0, 300), new Error('aborted')))
    await expect(broken).rejects.toThrow('aborted')
    expect(await store.received(upload)).toBe(300)
    await store.append(upload, 300, bytes.length, pieces(bytes.subarray(300)))
    expect(await store.keep(upload, digest(bytes), nothing)).toMatchObject({ kept: true })
  })

  it('位置不符的、超出声明大小的，不收', async () => {
    await store.append(upload, 0, 100, pieces(bytes.subarray(0, 50)))
    for (const offset of [0, 49, 51])
      await expect(store.append(upload, offset, 100, pieces(bytes.subarray(0, 1)))).rejects.toMatchObject({
        code: 'upload.offset',
        details: { received: 50 },
      })
    await expect(store.append(upload, 50, 100, pieces(bytes.subarray(0, 51)))).rejects.toMatchObject({
      code: 'upload.offset',
    })
    expect(await store.received(upload)).toBe(50)
  })

  it('哈希不符的、检查不通过的，存储里什么也不留', async () => {
    await store.append(upload, 0, bytes.length, pieces(bytes))
    expect(await store.keep(upload, '0'.repeat(64), nothing)).toEqual({ kept: false, sha256: digest(bytes) })
    await expect(store.keep(upload, digest(bytes), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await files('content')).toEqual([])
    expect(await files('parts')).toEqual([upload])
  })

  it('收存之后，上传残件再被改写也影响不到已存的内容', async () => {
    await store.append(upload, 0, bytes.length + 9, pieces(bytes))
    await store.keep(upload, digest(bytes), nothing)
    await store.append(upload, bytes.length, bytes.length + 9, pieces(Buffer.from('malicious')))
    expect(await all(store.content(digest(bytes), 0, bytes.length))).toEqual(bytes)
  })

  it('同样的内容只存一份，同时收存也不冲突', async () => {
    const uploads = Array.from({ length: 8 }, () => randomUUID())
    for (const one of uploads) await store.append(one, 0, bytes.length, pieces(bytes))
    const kept = await Promise.all(uploads.map((one) => store.keep(one, digest(bytes), nothing)))
    expect(kept.every((outcome) => outcome.kept)).toBe(true)
    expect(await files('content')).toEqual([digest(bytes)])
  })

  it('编号和哈希不合形状的，绝不成为路径', async () => {
    for (const id of ['../../etc/passwd', '', 'a/b', `${upload}/..`, upload.toUpperCase()])
      await expect(store.append(id, 0, 1, pieces())).rejects.toThrow(TypeError)
    for (const sha256 of ['../x', '', 'A'.repeat(64), '0'.repeat(63)]) {
      expect(() => store.content(sha256, 0, 1)).toThrow(TypeError)
      await expect(store.keep(upload, sha256, nothing)).rejects.toThrow(TypeError)
    }
    expect(await files('.')).toEqual([])
  })

  it('磁盘空间将尽时不再接收', async () => {
    await expect(store.demandRoom(1)).resolves.toBeUndefined()
    const full = await openDirectoryStore(root, { keepFree: Number.MAX_SAFE_INTEGER })
    await expect(full.demandRoom(1)).rejects.toMatchObject({ code: 'evidence.no-room' })
  })

  it('清理只动久未续传的残件，不动已存的内容', async () => {
    const fresh = randomUUID()
    for (const one of [upload, fresh]) await store.append(one, 0, bytes.length, pieces(bytes))
    await store.keep(upload, digest(bytes), nothing)
    const old = new Date(Date.now() - 1_000_000)
    await utimes(join(root, 'parts', upload), old, old)
    expect(await store.sweep(Date.now() - 500_000)).toBe(1)
    expect(await files('parts')).toEqual([fresh])
    expect(
      await readFile(join(root, 'content', digest(bytes).slice(0, 2), digest(bytes).slice(2, 4), digest(bytes))),
    ).toEqual(bytes)
  })
})
