import { createHash } from 'node:crypto'
import type { register } from '../../contract/register.ts'
import type { Handlers } from '../http/handling.ts'
import { countAttempt } from '../identity/attempts.ts'
import { findProgress } from './progress.ts'
import { searchRegister } from './search.ts'

/** Look-ups from one address in a window; receipt numbers cannot be tried out. */
const LOOK_UPS = 30

/** Whose attempts count together: an address, unreadable and forgotten with its window. */
export const counted = (what: string, ip: string, wall: string): string =>
  `${what}/${createHash('sha256')
    .update(`${wall.slice(0, 10)} ${ip}`)
    .digest('hex')
    .slice(0, 32)}`

/** The public register and the public's look at an application (第七条 公开透明). */
export const registerHandlers: Handlers<typeof register> = {
  search: async ({ query }, { db, today }) => searchRegister(db, today, query),
  progress: async ({ query }, { db, ip, wall }) => {
    await countAttempt(db, [{ subject: counted('progress', ip, wall), limit: LOOK_UPS }], wall)
    return { label: await findProgress(db, query) }
  },
}
