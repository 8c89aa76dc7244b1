import { createHash } from 'node:crypto'

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** A fresh session token: 256 random bits, opaque. Only the browser keeps it. */
export const newToken = (random: (length: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url')

/** What the database keeps of a token. */
export const tokenDigest = (token: string): string => digest(token)

/** The token HTML forms carry beside the cookie: only pages of this session know it, and it opens nothing by itself. */
export const formToken = (token: string): string => digest(`form ${token}`)
