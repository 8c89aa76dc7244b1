import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { type Account, handOver } from './account.ts'

/** A socket's whole path may have 107 bytes (104 on macOS), and PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const LONGEST = 84

/**
 * A short directory for the server's socket that only its own user may enter, the same at every start. It is not in the
 * data directory, whose path may be of any length.
 */
export const socketDirectory = (account: Account, dataDirectory: string): string => {
  const uid = account.uid ?? process.getuid?.() ?? 0
  const name = `tidu-${createHash('sha256').update(`${uid}:${dataDirectory}`).digest('hex').slice(0, 12)}`
  const path = join(tmpdir().length + name.length > LONGEST ? '/tmp' : tmpdir(), name)
  try {
    mkdirSync(path, { mode: 0o700 })
    handOver(account, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(path)
  // A start that died between making and handing over leaves it to root.
  if (found.isDirectory() && found.uid === 0 && process.getuid?.() === 0) handOver(account, path)
  else if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
    throw new StartRefusal(`临时目录 ${path} 属于他人或对他人开放，不能用于数据库。请删除它后重新启动。`)
  return path
}
