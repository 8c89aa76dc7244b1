import { realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import { accountFor } from './embedded/account.ts'
import { findBinaries, type Major } from './embedded/binaries.ts'
import { initialise, OWNER } from './embedded/initialise.ts'
import { ensureServer } from './embedded/server.ts'
import { socketDirectory } from './embedded/socket.ts'
import { watchServer } from './embedded/watch.ts'

export interface EmbeddedOptions {
  /** The data folder; the cluster lives in `database/` below it. Made when missing. */
  readonly folder: string
  readonly major?: Major
  /** False for throw-away databases of tests: commits are not forced to disk. */
  readonly durable?: boolean
  /** Hears of the server's death while it is being started again. */
  readonly onLost?: ((error: Error) => void) | undefined
}

/** A PostgreSQL of our own, running. */
export interface Embedded {
  readonly pid: () => number
  /** True when it was found running, left behind by a tidu that was killed. */
  readonly adopted: boolean
  /** The URL with which `role` reaches `database`. */
  readonly url: (role: string, database: string) => string
  /** Ends it in order. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that comes with tidu over a data folder, or takes over the one still running there, and keeps it running. It listens
 * on a socket only its own user may reach, and on no network. The caller holds the folder's lock (`lock.ts`).
 */
export const startEmbedded = async ({
  folder,
  major = 18,
  durable = true,
  onLost,
}: EmbeddedOptions): Promise<Embedded> => {
  makeDataFolder(folder)
  const home = realpathSync(folder)
  const directory = join(home, 'database')
  const binaries = findBinaries(major)
  const account = accountFor([home, tmpdir(), binaries.postgres])
  await initialise(binaries, account, directory)
  const socket = socketDirectory(account, directory)
  const plan = { binaries, account, directory, socket, log: join(home, 'database.log'), settings: settingsOf(durable) }
  const { pid, adopted } = await ensureServer(plan)
  const watch = watchServer(plan, pid, onLost ?? (() => {}))
  const url = (role: string, database: string): string =>
    `postgresql://${encodeURIComponent(role)}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}`
  const stop = async (): Promise<void> => {
    await watch.stop()
    rmSync(socket, { recursive: true, force: true })
  }
  return { pid: watch.pid, adopted, url, stop }
}

/** The owner's name, for the URL with which migrations run. */
export const EMBEDDED_OWNER = OWNER

const settingsOf = (durable: boolean): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
})
