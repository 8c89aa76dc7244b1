import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { type Account, commandOf, handOver } from './account.ts'
import type { Binaries } from './binaries.ts'

/** The name of the role that owns an embedded database and runs its migrations. */
export const OWNER = 'postgres'

/**
 * Makes the database cluster at `directory` when there is none. It is made beside it and renamed into place whole, so
 * a start that dies half-way leaves only rubbish, cleared here the next time.
 */
export const initialise = async (binaries: Binaries, account: Account, directory: string): Promise<void> => {
  if (existsSync(directory)) {
    clearUnfinished(directory)
    return expectMajor(binaries.major, directory)
  }
  clearUnfinished(directory)
  // A name of its own each time: the initdb of a start that was killed may still be at work in its own.
  const unfinished = mkdtempSync(`${directory}${UNFINISHED}`)
  handOver(account, unfinished)
  await runInitdb(binaries, account, unfinished)
  renameSync(unfinished, directory)
  syncDirectory(dirname(directory))
}

const UNFINISHED = '.unfinished-'

const clearUnfinished = (directory: string): void => {
  const folder = dirname(directory)
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(directory)}${UNFINISHED}`))
      try {
        rmSync(join(folder, name), { recursive: true })
      } catch {
        // Somebody still writes there; the next start clears it.
      }
}

const expectMajor = (major: number, directory: string): void => {
  const found = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return
  throw new StartRefusal(
    `数据目录 ${directory} 由 PostgreSQL ${found} 建立，本程序内置的是 PostgreSQL ${major}，不能直接打开。` +
      '请用原来的版本导出数据，或用 TIDU_DATA 指定另一个数据目录。',
  )
}

const runInitdb = (binaries: Binaries, account: Account, directory: string): Promise<void> => {
  // With plain C pg_trgm finds no trigram in Chinese text; macOS knows C.UTF-8 only under this name.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const { command, args, ids } = commandOf(account, binaries.initdb, [
    `--pgdata=${directory}`,
    `--username=${OWNER}`,
    '--encoding=UTF8',
    '--lc-collate=C',
    `--lc-ctype=${ctype}`,
    '--lc-messages=C',
    '--data-checksums',
    // Whoever may enter the socket's directory may enter the database; nobody else has a way in.
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ])
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...ids,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: plainEnvironment(),
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new StartRefusal(`无法建立数据库（initdb 退出码 ${code}）：\n${said.trim()}`)),
    )
  })
}

/** PostgreSQL takes settings from PG* and LC_* variables; none of the caller's may leak in. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LANG: 'C', TZ: 'UTC' })

const syncDirectory = (directory: string): void => {
  const handle = openSync(directory, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
