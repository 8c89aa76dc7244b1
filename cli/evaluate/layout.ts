// Plain text in columns: Chinese characters take two cells of a terminal, the rest one.

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x20000 && code <= 0x3fffd)

/** Cells a text takes. */
export const cells = (text: string): number => {
  let width = 0
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  return width
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - cells(text)))

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - cells(text))) + text

// Marks that must not begin a line (标点不居行首).
const NOT_FIRST = new Set('，。、；：？！）》”’〉】…%·\u00a0')
const NOT_LAST = new Set('（《“‘〈【\u00a0')

/**
 * Pieces that a line may not break inside: words and numbers of narrow characters, single wide ones. A no-break space
 * holds what stands on both sides of it together, and is written as a space.
 */
const pieces = (text: string): string[] => {
  const out: string[] = []
  for (const piece of text.match(/[^ \t\n\u1100-\uffff]+|[ \t\n]+|./gsu) ?? []) {
    const last = out[out.length - 1]
    if (last !== undefined && (NOT_FIRST.has(piece.charAt(0)) || NOT_LAST.has(last.charAt(last.length - 1))))
      out[out.length - 1] = last + piece
    else out.push(piece)
  }
  return out
}

/** Breaks a text into lines of at most `width` cells, the first after `first` and the others after `rest`. */
export const wrap = (text: string, width: number, first: string, rest: string): string => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const piece of pieces(text)) {
    if (!empty && cells(line) + cells(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = rest
      empty = true
    }
    if (empty && piece.trim() === '') continue
    line += piece
    empty = false
  }
  lines.push(line.trimEnd())
  return lines.join('\n').replaceAll('\u00a0', ' ')
}
