import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The tidu that holds a data folder, as it wrote itself down; the address is unknown while it is still starting. */
export interface Holder {
  readonly pid: number
  readonly address?: string
}

export interface FolderLock {
  /** Writes down where this tidu is reached, for whoever tries to start a second one. */
  readonly announce: (address: string) => void
  readonly release: () => void
}

const BUSY = 5

/** The open files, kept from the garbage collector, which would close them and so give the lock away. */
const held = new Set<DatabaseSync>()

/**
 * Takes a lock file for this process and gives what releases it, or undefined when another process has it. The lock is
 * the kernel's own on an open file (SQLite is only the way Node reaches it), so it ends with the process however that
 * ends, and no stale one can be left.
 */
export const takeLock = (path: string): (() => void) | undefined => {
  // Ours alone: whoever may read a file may also hold a lock on it.
  if (!existsSync(path)) writeFileSync(path, '', { flag: 'a', mode: 0o600 })
  const file = new DatabaseSync(path)
  try {
    file.exec('pragma journal_mode = memory; begin exclusive')
    held.add(file)
    return () => {
      held.delete(file)
      file.close()
    }
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === BUSY) return undefined
    throw error
  }
}

/** Takes an existing data folder for this process, or tells who has it (undefined when that cannot be read yet). */
export const lockFolder = (folder: string): FolderLock | { readonly heldBy: Holder | undefined } => {
  const note = join(folder, 'running.json')
  const unlock = takeLock(join(folder, 'lock'))
  if (unlock === undefined) return { heldBy: readHolder(note) }
  const write = (holder: Holder): void => writeFileSync(note, JSON.stringify(holder), { mode: 0o600 })
  write({ pid: process.pid })
  return {
    announce: (address) => write({ pid: process.pid, address }),
    release: () => {
      rmSync(note, { force: true })
      unlock()
    },
  }
}

const readHolder = (note: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(note, 'utf8'))
  } catch {
    return undefined
  }
}
