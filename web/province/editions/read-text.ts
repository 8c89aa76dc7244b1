/** Decoders of what editors in Chinese offices save, the strictest first: what is UTF-8 is hardly ever anything else. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of a chosen file, saved as UTF-8, GBK / GB 18030 or “Unicode” with its mark; undefined where it is no text. */
export const readText = async (file: Blob): Promise<string | undefined> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes.includes(0)) return undefined
  for (const encoding of ENCODINGS) {
    const text = decoded(bytes, encoding)
    if (text !== undefined) return text
  }
  return undefined
}
