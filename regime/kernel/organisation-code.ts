const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Check character of an organisation code (GB 11714): what position 17 of a 统一社会信用代码 should be after positions
 * 9–16. Undefined when a character is impossible.
 */
export const organisationCheckDigit = (body: string): string | undefined => {
  let sum = 0
  for (const [place, weight] of WEIGHTS.entries()) {
    const value = body.charAt(place) === '' ? -1 : CHARACTERS.indexOf(body.charAt(place))
    if (value < 0) return undefined
    sum += value * weight
  }
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}

/** True when position 17 of an 18-character code agrees with GB 11714. Some early codes do not: a warning, no refusal. */
export const organisationCodeAgrees = (uscc: string): boolean =>
  organisationCheckDigit(uscc.slice(8, 16)) === uscc.charAt(16)
