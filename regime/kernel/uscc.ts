/** Characters of a 统一社会信用代码 (GB 32100—2015); I, O, Z, S and V are never used. */
export const USCC_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What is wrong with a code: its length, the character at a position (0–17), or the check digit. */
export type UsccFault =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'character'; readonly position: number; readonly character: string }
  | { readonly kind: 'check-digit'; readonly given: string; readonly expected: string }

const DIGITS_FROM = 2
const DIGITS_TO = 8

/** The check character that belongs to the first 17 characters; undefined when one of them is impossible. */
export const usccCheckDigit = (code: string): string | undefined => {
  let sum = 0
  let weight = 1
  for (let position = 0; position < 17; position++) {
    const value = USCC_CHARACTERS.indexOf(code.charAt(position))
    if (value < 0 || code.charAt(position) === '') return undefined
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return USCC_CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

/** The first fault of a code written in upper case, or undefined when it obeys GB 32100—2015. */
export const findUsccFault = (code: string): UsccFault | undefined => {
  if (code.length !== 18) return { kind: 'length', length: code.length }
  for (let position = 0; position < 18; position++) {
    const character = code.charAt(position)
    const allowed =
      position >= DIGITS_FROM && position < DIGITS_TO
        ? character >= '0' && character <= '9'
        : USCC_CHARACTERS.includes(character)
    if (!allowed) return { kind: 'character', position, character }
  }
  const expected = usccCheckDigit(code) ?? ''
  const given = code.charAt(17)
  return given === expected ? undefined : { kind: 'check-digit', given, expected }
}

/** A code as people type it, brought to the form of the standard: no white space, upper case, half-width. */
export const normaliseUscc = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase()

/** A fault in words that a person can act on. */
export const describeUsccFault = (fault: UsccFault): string => {
  switch (fault.kind) {
    case 'length':
      return `统一社会信用代码应为 18 位，实为 ${fault.length} 位`
    case 'character':
      return fault.position >= DIGITS_FROM && fault.position < DIGITS_TO
        ? `第 ${fault.position + 1} 位“${fault.character}”应为数字（第 3 至 8 位是登记机关行政区划码）`
        : `第 ${fault.position + 1} 位“${fault.character}”不是统一社会信用代码使用的字符（不用字母 I、O、Z、S、V）`
    case 'check-digit':
      return `校验码不符：第 18 位是“${fault.given}”，按前 17 位应为“${fault.expected}”，请核对是否有一位抄错`
  }
}
