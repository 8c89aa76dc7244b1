import { timingSafeEqual } from 'node:crypto'
import { isLocalCode, type LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import { tokenDigest } from '../../identity/token.ts'

/** What an invitation link carries: where the invitation lives, its id, and the secret whose hash is kept there. */
export interface InvitationToken {
  readonly authority: LocalCode
  readonly id: string
  readonly secret: string
}

const TOKEN = /^(\d{6})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

export const formatToken = ({ authority, id, secret }: InvitationToken): string => `${authority}.${id}.${secret}`

/** Reads the token of a link; anything else is `invitation.invalid`. */
export const parseToken = (token: string): InvitationToken => {
  const [, authority = '', id = '', secret = ''] = TOKEN.exec(token) ?? []
  if (!isLocalCode(authority)) throw new Refusal('invitation.invalid')
  return { authority, id, secret }
}

/** True when a secret is the one whose hash is kept; compared in constant time. */
export const isSecret = (secret: string, hash: string): boolean => {
  const given = Buffer.from(tokenDigest(secret))
  const kept = Buffer.from(hash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}
