import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/**
 * Takes the data folder for this process, or gives who has it. The lock is the kernel's own on an open file (SQLite is
 * only the way Node reaches it), so it ends with the process however that ends, and no stale one can be left.
 */
export const lockFolder = (folder: string): FolderLock | { readonly heldBy: Holder | undefined } => {
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const note = join(folder, 'running.json')
  const file = new DatabaseSync(join(folder, 'lock'))
  try {
    file.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === BUSY) return { heldBy: readHolder(note) }
    throw error
  }
  const write = (holder: Holder): void => writeFileSync(note, JSON.stringify(holder), { mode: 0o600 })
  write({ pid: process.pid })
  return {
    announce: (address) => write({ pid: process.pid, address }),
    release: () => {
      rmSync(note, { force: true })
      file.close()
    },
  }
}

const BUSY = 5

const readHolder = (note: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(note, 'utf8'))
  } catch {
    return undefined
  }
}
