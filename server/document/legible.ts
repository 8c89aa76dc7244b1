import type { Coverage } from './font-coverage.ts'

/** Any JSON: what a template is given. */
export type Data = string | number | boolean | null | undefined | readonly Data[] | { readonly [key: string]: Data }

const nameOf = (codePoint: number): string => `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`

/** Latin without a place to break runs past the margin; a zero-width space allows one every so often. */
const UNBREAKABLE = /[^\s\u2e80-\u9fff\uff00-\uffef\u200b]{24}(?=[^\s\u2e80-\u9fff\uff00-\uffef\u200b])/gu

/** The same data with every character the font lacks written as its number, and those characters. */
export const legible = (data: Data, covers: Coverage): { readonly data: Data; readonly unknown: readonly string[] } => {
  const unknown = new Set<string>()
  const textOf = (text: string): string => {
    let out = ''
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? 0
      if (codePoint === 10 || codePoint === 13 || codePoint === 9) out += ' '
      else if (covers(codePoint)) out += character
      else {
        unknown.add(character)
        out += nameOf(codePoint)
      }
    }
    return out.replace(UNBREAKABLE, '$&\u200b')
  }
  const walk = (value: Data): Data => {
    if (typeof value === 'string') return textOf(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]))
    return value
  }
  return { data: walk(data), unknown: [...unknown] }
}
