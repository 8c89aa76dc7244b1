import { type AuthorityCode, findAuthority } from '../../regime/jurisdiction/authorities.ts'

/** Letters and digits that cannot be taken for one another when read from a screen or over the phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12
const SHAPE = /^YY-(\d{6})-([2-9A-HJKMNP-Z]{4})-([2-9A-HJKMNP-Z]{4})-([2-9A-HJKMNP-Z]{4})$/

/**
 * A receipt number for an objection, `YY-410300-ABCD-EFGH-JKMN`: the authority's code and twelve random letters (59
 * bits), so that the number alone can be the key with which the objector looks the matter up.
 */
export const newReceipt = (authority: string, random: (length: number) => Uint8Array): string => {
  let letters = ''
  while (letters.length < LENGTH)
    for (const byte of random(32)) {
      // 248 = 8 × 31: higher bytes would favour some letters.
      if (byte < 248 && letters.length < LENGTH) letters += LETTERS[byte % LETTERS.length]
    }
  return `YY-${authority}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** A receipt number as a person typed it, and the authority it names; undefined where it cannot be one. */
export const readReceipt = (text: string): { receipt: string; authority: AuthorityCode } | undefined => {
  const receipt = text.normalize('NFKC').trim().toUpperCase().replace(/\s/g, '')
  const authority = findAuthority(SHAPE.exec(receipt)?.[1] ?? '')
  return authority && { receipt, authority: authority.code }
}
