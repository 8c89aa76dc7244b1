import { hash, verify } from '@node-rs/argon2'

/** argon2id as OWASP states it: 19 MiB, two passes, one lane. About 10 ms. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The PHC string of a password, with a fresh salt. */
export const hashPassword = (password: string): Promise<string> => hash(password, parameters)

let nobody: Promise<string> | undefined

/**
 * True when the password is right. Without a hash (no such account) a password of nobody is checked all the same, so
 * that the time taken says nothing about which accounts exist.
 */
export const isPassword = async (stored: string | undefined, password: string): Promise<boolean> => {
  nobody ??= hashPassword('nobody')
  const right = await verify(stored ?? (await nobody), password)
  return right && stored !== undefined
}

// Without 0/O, 1/l/I: an initial password is read out or copied from paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** An initial password of twelve characters in three groups, about 59 bits; to be changed at the first log-in. */
export const initialPassword = (random: (length: number) => Uint8Array): string => {
  const letters: string[] = []
  while (letters.length < 12)
    for (const byte of random(32)) if (byte < 248 && letters.length < 12) letters.push(alphabet[byte % 31] ?? '')
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}
