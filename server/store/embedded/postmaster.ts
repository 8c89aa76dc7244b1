import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running PostgreSQL says of itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly ready: boolean
}

/** Reads `postmaster.pid`; undefined when no server is recorded (or its record is not whole yet). */
export const findPostmaster = (directory: string): Postmaster | undefined => {
  const lines = readIfThere(join(directory, 'postmaster.pid')).split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, ready: (lines[7] ?? '').startsWith('ready') }
}

/** Whether the server that last ran in `directory` was started with exactly this program and these arguments. */
export const wasStartedWith = (directory: string, program: string, args: readonly string[]): boolean =>
  readIfThere(join(directory, 'postmaster.opts')).trim() === [program, ...args.map((arg) => `"${arg}"`)].join(' ')

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
