import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../regime/kernel/errors.ts'
import { inspect } from './inspect.ts'
import { jpeg, pdf, png } from './samples.ts'
import type { ByteSource } from './store.ts'

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (at, length) => bytes.subarray(at, at + length),
})
const look = (bytes: Uint8Array | string) => inspect(sourceOf(Buffer.from(bytes)))
const refusal = (bytes: Uint8Array | string): Promise<Refusal> =>
  look(bytes).then(
    (found) => Promise.reject(new Error(`accepted as ${found.mediaType}`)),
    (error: unknown) => error as Refusal,
  )

/** A ZIP with one stored member: the beginning of Word files, OFD and plain archives. */
const zip = (...names: string[]): Buffer =>
  Buffer.concat(
    names.map((name) => {
      const data = deflateRawSync('<x/>')
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50, 0)
      head.writeUInt16LE(20, 4)
      head.writeUInt16LE(8, 8)
      head.writeUInt32LE(data.length, 18)
      head.writeUInt32LE(4, 22)
      head.writeUInt16LE(name.length, 26)
      return Buffer.concat([head, Buffer.from(name), data])
    }),
  )

describe('佐证按内容识别', () => {
  it('收 PDF、JPEG、PNG，图片记下尺寸', async () => {
    expect(await look(pdf())).toEqual({ mediaType: 'application/pdf', width: null, height: null })
    expect(await look(png({ width: 640, height: 480 }))).toEqual({ mediaType: 'image/png', width: 640, height: 480 })
    expect(await look(jpeg())).toEqual({ mediaType: 'image/jpeg', width: 4000, height: 3000 })
  })

  it('手机照片的大段附加信息不碍事', async () => {
    expect(await look(jpeg({ metadata: 900_000 }))).toMatchObject({ width: 4000, height: 3000 })
  })

  it.each([
    ['网页', '<!DOCTYPE html><script>alert(1)</script>', '网页（HTML）'],
    ['带注释的网页', '<!-- %PDF-1.4 -->\n<html><body>', '网页（HTML）'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'SVG 图形'],
    ['带声明的 SVG', '<?xml version="1.0"?>\n<!DOCTYPE svg><svg/>', 'SVG 图形'],
    ['XML', '<?xml version="1.0"?><a/>', 'XML 文件'],
    ['文本', '营业收入 1001 万元', '文本文件'],
    ['压缩包', zip('a.txt'), 'ZIP 压缩包'],
    ['Word', zip('[Content_Types].xml', 'word/document.xml'), 'Word 文档'],
    ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), 'Excel 表格'],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'OFD 版式文件（可用阅读器另存或打印为 PDF）'],
    ['GIF', 'GIF89a\x01\0\x01\0\0\0\0;', 'GIF 图片'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), expect.stringContaining('HEIC')],
    ['乱码', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]), '无法识别的文件'],
  ])('%s 不收，并说出它是什么', async (_, bytes, found) => {
    const { code, details } = await refusal(bytes as Buffer)
    expect(code).toBe('evidence.not-allowed')
    expect(details?.found).toEqual(found)
  })

  it('有头无尾、没有图像的，说文件损坏', async () => {
    const whole = pdf({ bytes: 20_000 })
    for (const cut of [
      whole.subarray(0, 15_000),
      png().subarray(0, 40),
      jpeg().subarray(0, 60),
      jpeg({ width: 0 }),
      png({ width: 0, height: 0 }),
      Buffer.from('%PDF-1.7 <html><script>alert(1)</script></html>'),
    ])
      expect((await refusal(cut)).code).toBe('evidence.damaged')
  })

  it('打开会拖垮浏览器的超大图片不收', async () => {
    expect((await refusal(jpeg({ width: 40_000, height: 10 }))).code).toBe('evidence.too-large')
    expect((await refusal(jpeg({ width: 30_000, height: 30_000 }))).code).toBe('evidence.too-large')
  })

  it('任何字节都只有“收下”或“拒绝”两种结果，不会出错', async () => {
    const noise = fc.uint8Array({ maxLength: 600 })
    const start = fc.constantFrom(
      Buffer.alloc(0),
      jpeg().subarray(0, 30),
      png().subarray(0, 30),
      Buffer.from('%PDF-1.'),
    )
    await fc.assert(
      fc.asyncProperty(start, noise, async (head, tail) => {
        const outcome = await look(Buffer.concat([head, tail])).catch((error: unknown) => error)
        expect(outcome instanceof Error ? outcome instanceof Refusal : true).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
