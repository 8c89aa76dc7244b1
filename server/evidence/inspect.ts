import type { EvidenceType } from '../../contract/evidence-rule.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { fileKind } from './fileKind.ts'
import type { ByteSource } from './store.ts'

/** What a file was found to be. Pictures have their size in pixels. */
export interface Inspected {
  readonly mediaType: EvidenceType
  readonly width: number | null
  readonly height: number | null
}

const HEAD = 8192
const TAIL = 2048
/** Pictures beyond this freeze the browser that shows them; the largest phone cameras stay below. */
const MAX_PIXELS = 220_000_000
const MAX_SIDE = 32_000

const ascii = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x10000 + u16(bytes, at + 2)

/**
 * What a file is, by its content alone: the name and what the browser claims count for nothing. Refuses everything but
 * PDF, JPEG and PNG (`evidence.not-allowed`, `details.found` says in words what it is) and files cut short or broken
 * (`evidence.damaged`, `details.why`).
 */
export const inspect = async (source: ByteSource): Promise<Inspected> => {
  const head = await source.read(0, HEAD)
  const { type, name } = await fileKind(head)
  switch (type) {
    case 'application/pdf':
      return inspectPdf(source)
    case 'image/jpeg':
      return { mediaType: type, ...picture(await jpegSize(source)) }
    case 'image/png':
      return { mediaType: type, ...picture(await pngSize(source, head)) }
    default:
      throw new Refusal('evidence.not-allowed', { found: name })
  }
}

const damaged = (why: string): Refusal => new Refusal('evidence.damaged', { why })

const picture = ({ width, height }: { width: number; height: number }): { width: number; height: number } => {
  if (width === 0 || height === 0) throw damaged('图片没有宽或高')
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    throw new Refusal('evidence.too-large', { why: `图片 ${width}×${height} 像素，超过可以显示的大小` })
  return { width, height }
}

const inspectPdf = async (source: ByteSource): Promise<Inspected> => {
  const tail = ascii(await source.read(Math.max(0, source.size - TAIL), TAIL))
  if (!tail.includes('%%EOF')) throw damaged('PDF 没有结尾，可能没有下载或扫描完整')
  return { mediaType: 'application/pdf', width: null, height: null }
}

const pngSize = async (source: ByteSource, head: Uint8Array): Promise<{ width: number; height: number }> => {
  if (ascii(head.subarray(12, 16)) !== 'IHDR') throw damaged('PNG 的文件头不正确')
  const tail = ascii(await source.read(Math.max(0, source.size - TAIL), TAIL))
  if (!tail.includes('IEND')) throw damaged('PNG 没有结尾，可能没有下载完整')
  return { width: u32(head, 16), height: u32(head, 20) }
}

/** Start-of-frame markers carry the size: C0–CF without the tables C4, C8 and CC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Walks the segments of a JPEG up to its frame; metadata before it may be large, so each is read on its own. */
const jpegSize = async (source: ByteSource): Promise<{ width: number; height: number }> => {
  for (let at = 2; at < source.size; ) {
    const segment = await source.read(at, 10)
    if (segment.length < 10 || segment[0] !== 0xff) break
    const marker = segment[1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) return { height: u16(segment, 5), width: u16(segment, 7) }
    const length = u16(segment, 2)
    if (marker === 0xda || length < 2) break
    at += 2 + length
  }
  throw damaged('JPEG 里没有图像，可能没有下载完整')
}
