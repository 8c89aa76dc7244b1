import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import { plainDatabase } from './database.ts'

const program = join(dirname(import.meta.dirname), 'bin', 'tidu')

/** A running `tidu serve`, started as a person would start it. */
export interface Served {
  /** Where it is reached, e.g. http://127.0.0.1:40123. */
  readonly address: string
  /** All it has printed. */
  readonly output: () => string
  /** Its process, to be killed. */
  readonly pid: number
  /** Asks it to end and gives its exit status. */
  readonly stop: () => Promise<number | null>
}

export interface ServeOptions {
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Runs `tidu serve` on a free port and waits until it can be reached; throws with what it printed when it ends first. */
export const serveTidu = ({ args = [], env = {} }: ServeOptions): Promise<Served> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, ['serve', '--port', '0', ...args], {
      env: { ...withoutSettings(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const ended = new Promise<number | null>((end) => child.once('close', end))
    const hear = (chunk: Buffer): void => {
      output += chunk
      const address = /(http:\/\/[\w.:[\]-]+)/.exec(output)?.[1]
      if (address === undefined || child.pid === undefined) return
      const stop = (): Promise<number | null> => {
        child.kill('SIGTERM')
        return ended
      }
      resolve({ address, output: () => output, pid: child.pid, stop })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', reject)
    void ended.then(() => reject(new Error(output.trim())))
  })

/** A tidu on a database and a folder of its own, both gone when it is stopped. */
export interface ServedFresh extends Served {
  /** The settings it runs with, to start another beside it. */
  readonly env: NodeJS.ProcessEnv
}

/**
 * A tidu on a database of its own in the run's PostgreSQL. Journeys, where the demo was entered once for all of them
 * (test/demo.ts), start from a copy of it; elsewhere the database is empty and a demo enters itself.
 */
export const serveFresh = async ({ args, env }: ServeOptions = {}): Promise<ServedFresh> => {
  const demo = args?.includes('--production') ? undefined : inject('demo')
  const database = await plainDatabase(demo?.database)
  const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
  if (demo) cpSync(demo.evidence, join(folder, 'evidence'), { recursive: true })
  const clear = async (): Promise<void> => {
    rmSync(folder, { recursive: true, force: true })
    await database.close()
  }
  const urls = { DATABASE_URL: database.appUrl, DATABASE_MIGRATION_URL: database.ownerUrl, TIDU_DATA: folder }
  try {
    const all = { ...urls, ...env }
    const served = await serveTidu({ args: args ?? [], env: all })
    const stop = async (): Promise<number | null> => {
      const status = await served.stop()
      await clear()
      return status
    }
    return { ...served, env: all, stop }
  } catch (error) {
    await clear()
    throw error
  }
}

/** The environment without what the person running the tests has set for a tidu of their own. */
const withoutSettings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(TIDU_|DATABASE_|VITEST|NODE_ENV$|PG)/.test(name)),
  )
