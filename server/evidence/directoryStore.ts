import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { ByteSource, EvidenceStore, Kept } from './store.ts'

const UPLOAD = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DIGEST = /^[0-9a-f]{64}$/
const MIB = 1024 * 1024
const COPY = 256 * 1024

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'
const isFull = (error: unknown): boolean => codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT'

/** Length of a file in bytes; undefined where there is none. */
const sizeOf = async (path: string): Promise<number | undefined> => {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Makes the entries of a directory durable; without it a rename may be forgotten in a power failure. */
const syncDirectory = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const sourceOf = async (handle: FileHandle): Promise<ByteSource> => ({
  size: (await handle.stat()).size,
  read: async (at, length) => {
    const buffer = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  },
})

/** Copies the file behind one handle to another and gives the SHA-256 of exactly what was written. */
const copyDigested = async (from: FileHandle, to: FileHandle): Promise<string> => {
  const hash = createHash('sha256')
  const buffer = new Uint8Array(COPY)
  for (let at = 0; ; ) {
    const { bytesRead } = await from.read(buffer, 0, COPY, at)
    if (bytesRead === 0) return hash.digest('hex')
    const piece = buffer.subarray(0, bytesRead)
    hash.update(piece)
    await writeAt(to, piece, at)
    at += bytesRead
  }
}

const writeAt = async (handle: FileHandle, piece: Uint8Array, at: number): Promise<void> => {
  for (let written = 0; written < piece.length; ) {
    const { bytesWritten } = await handle.write(piece, written, piece.length - written, at + written)
    written += bytesWritten
  }
}

/**
 * The store as a directory: `parts/<upload>` and `content/ab/cd/<sha256>`, readable by the server's user alone. All
 * processes of one installation share it. `keepFree`: bytes of the disk that stay free (1 GiB unless told).
 */
export const openDirectoryStore = async (
  root: string,
  { keepFree = 1024 * MIB }: { readonly keepFree?: number } = {},
): Promise<EvidenceStore> => {
  const parts = join(root, 'parts')
  const contents = join(root, 'content')
  for (const path of [parts, contents]) await mkdir(path, { recursive: true, mode: 0o700 })

  // Ids and digests become paths only after their shape was checked: no name from outside ever does.
  const partPath = (upload: string): string => {
    if (!UPLOAD.test(upload)) throw new TypeError('not an upload id')
    return join(parts, upload)
  }
  const contentPath = (sha256: string): string => {
    if (!DIGEST.test(sha256)) throw new TypeError('not a digest')
    return join(contents, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  const received: EvidenceStore['received'] = async (upload) => (await sizeOf(partPath(upload))) ?? 0

  const demandRoom: EvidenceStore['demandRoom'] = async (bytes) => {
    const { bavail, bsize } = await statfs(root)
    if (bavail * bsize - bytes < keepFree) throw new Refusal('evidence.no-room')
  }

  const append: EvidenceStore['append'] = async (upload, offset, size, pieces) => {
    const path = partPath(upload)
    const present = await received(upload)
    if (present !== offset) throw new Refusal('upload.offset', { received: present })
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    let at = offset
    try {
      try {
        for await (const piece of pieces) {
          if (at + piece.length > size) throw new Refusal('upload.offset', { received: at })
          await writeAt(handle, piece, at)
          at += piece.length
        }
      } finally {
        await handle.datasync().finally(() => handle.close())
      }
    } catch (error) {
      throw isFull(error) ? new Refusal('evidence.no-room') : error
    }
    return at
  }

  const keep = async <T>(
    upload: string,
    sha256: string,
    inspect: (source: ByteSource) => Promise<T>,
  ): Promise<Kept<T>> => {
    const target = contentPath(sha256)
    const folder = dirname(target)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // A copy, not the part itself: nothing that still arrives for the part can touch what was digested and inspected.
    const temporary = join(parts, `${randomUUID()}.new`)
    const from = await open(partPath(upload), 'r')
    try {
      const to = await open(temporary, 'wx+', 0o600)
      try {
        const digest = await copyDigested(from, to)
        if (digest !== sha256) return { kept: false, sha256: digest }
        const found = await inspect(await sourceOf(to))
        await to.sync()
        await rename(temporary, target)
        for (const path of [folder, dirname(folder), contents]) await syncDirectory(path)
        return { kept: true, found }
      } catch (error) {
        throw isFull(error) ? new Refusal('evidence.no-room') : error
      } finally {
        await to.close()
        await rm(temporary, { force: true })
      }
    } finally {
      await from.close()
    }
  }

  return {
    received,
    append,
    keep,
    demandRoom,
    discard: (upload) => rm(partPath(upload), { force: true }),
    holds: async (sha256) => (await sizeOf(contentPath(sha256))) !== undefined,
    content: (sha256, from, to) => createReadStream(contentPath(sha256), { start: from, end: to - 1 }),
    sweep: async (instant) => {
      let swept = 0
      for (const name of await readdir(parts)) {
        const path = join(parts, name)
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
        if (mtimeMs >= instant) continue
        await rm(path, { force: true })
        swept += 1
      }
      return swept
    },
  }
}
