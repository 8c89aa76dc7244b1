// Real little files for the tests of this folder, made here so that nothing binary lies in the repository.
import { crc32, deflateSync } from 'node:zlib'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A PDF of `pages` pages with a line of text each, padded to about `bytes`. */
export const pdf = ({ pages = 1, bytes = 0, text = 'Audit report' } = {}): Buffer => {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', '']
  const kids: string[] = []
  for (let page = 1; page <= pages; page++) {
    kids.push(`${objects.length + 1} 0 R`)
    const stream = `BT /F1 28 Tf 60 700 Td (${text}, page ${page}) Tj ET`
    const font = '<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length + 2} 0 R/Resources${font}>>`,
    )
    objects.push(`<</Length ${stream.length}>>\nstream\n${stream}\nendstream`)
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}>>`
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  if (bytes > body.length) body += `%${'x'.repeat(bytes - body.length - 2)}\n`
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  body += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\n`
  return latin(`${body}startxref\n${body.indexOf('xref\n0 ')}\n%%EOF\n`)
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([latin(name), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG of one colour. */
export const png = ({ width = 60, height = 40, shade = 180 } = {}): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc(height * (width + 1), shade)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** The outer form of a JPEG: metadata of `metadata` bytes before the frame, a scan of noise, the end. */
export const jpeg = ({ width = 4000, height = 3000, metadata = 100 } = {}): Buffer => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const metadataSegments: Buffer[] = []
  for (let left = metadata; left > 0; left -= 65_000)
    metadataSegments.push(segment(0xe1, Buffer.alloc(Math.min(left, 65_000), 0x41)))
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...metadataSegments,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3f, 0])),
    Buffer.alloc(500, 0x55),
    Buffer.from([0xff, 0xd9]),
  ])
}
