import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where the data of this installation live: TIDU_DATA, else the user's own data folder (XDG). */
export const dataFolder = (env: NodeJS.ProcessEnv): string => {
  if (env.TIDU_DATA) return resolve(env.TIDU_DATA)
  return join(env.XDG_DATA_HOME ? resolve(env.XDG_DATA_HOME) : join(homedir(), '.local', 'share'), 'tidu')
}

/** Makes the folder when missing, closed to others; root's lets the database's user pass through, but not look. */
export const makeDataFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}
