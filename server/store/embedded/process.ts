import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** Whether a process exists and is not merely waiting to be buried (a zombie holds nothing and writes nothing). */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !stateOf(pid).startsWith('Z')
}

/** Whether `pid` may be a PostgreSQL that works in `directory`: false only when that is certain. */
export const mayServe = (pid: number, directory: string): boolean => {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return nameOf(pid).endsWith('postgres')
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory
  } catch {
    return nameOf(pid) === 'postgres'
  }
}

const stateOf = (pid: number): string => {
  if (process.platform !== 'linux') return ask(pid, 'state')
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)
  } catch {
    return 'Z'
  }
}

const nameOf = (pid: number): string => {
  if (process.platform !== 'linux') return ask(pid, 'comm')
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

const ask = (pid: number, column: string): string =>
  spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
