/** Whether a font has a picture for a character. */
export type Coverage = (codePoint: number) => boolean

const tableOf = (font: DataView, tag: string): number => {
  const tables = font.getUint16(4)
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)))
    if (name === tag) return font.getUint32(at + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

/** Offset of the character map's format 12: whole ranges of Unicode, beyond the first plane too. */
const groupsOf = (font: DataView): number => {
  const cmap = tableOf(font, 'cmap')
  for (let record = 0; record < font.getUint16(cmap + 2); record++) {
    const offset = cmap + font.getUint32(cmap + 4 + record * 8 + 4)
    if (font.getUint16(offset) === 12) return offset
  }
  throw new Error('the font has no full Unicode character map')
}

/** Reads which characters a TrueType font can show. Glyph 0 is the box that stands for a missing one. */
export const readCoverage = (font: Uint8Array): Coverage => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const at = groupsOf(view)
  const groups = Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12
    const start = view.getUint32(group)
    return { start: view.getUint32(group + 8) === 0 ? start + 1 : start, end: view.getUint32(group + 4) }
  })
  return (codePoint) => {
    let low = 0
    let high = groups.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const { start, end } = groups[middle] as { start: number; end: number }
      if (codePoint < start) high = middle - 1
      else if (codePoint > end) low = middle + 1
      else return true
    }
    return false
  }
}
