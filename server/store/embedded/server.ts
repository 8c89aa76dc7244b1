import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefusal } from '../start-refusal.ts'
import { type Account, commandOf } from './account.ts'
import type { Binaries } from './binaries.ts'
import { plainEnvironment } from './initialise.ts'
import { findPostmaster, wasStartedWith } from './postmaster.ts'
import { isAlive, mayServe } from './process.ts'

/** One PostgreSQL to be kept running over `directory`, reachable through `socket` only. */
export interface ServerPlan {
  readonly binaries: Binaries
  readonly account: Account
  readonly directory: string
  readonly socket: string
  readonly log: string
  readonly settings: Readonly<Record<string, string>>
}

/** How long a start waits for an earlier server to finish; recovery after a crash is waited for without end. */
const PATIENCE_MS = 60_000
const LOG_LIMIT = 8_000_000

/** What PostgreSQL says when another one has not quite gone; to try again is all there is to do. */
const NOT_GONE_YET = /lock file .* already exists|pre-existing shared memory block/

/**
 * Makes sure a server runs over the directory and gives its process id. One left behind by a tidu that was killed is
 * taken over if it was started the same way, else stopped first; one that is just ending is waited for; the traces of a
 * dead one are cleared.
 */
export const ensureServer = async (plan: ServerPlan): Promise<{ pid: number; adopted: boolean }> => {
  const until = Date.now() + PATIENCE_MS
  for (let wait = 20; Date.now() < until; wait = Math.min(2 * wait, 500)) {
    const found = findPostmaster(plan.directory)
    if (found && mayServe(found.pid, plan.directory)) {
      if (found.ready && isUsable(plan)) return { pid: found.pid, adopted: true }
      if (found.ready) await stopServer(found.pid)
    } else {
      // PostgreSQL would take a zombie, or a stranger with the same number, for its predecessor and give up. Whether
      // children of a dead one still write, it knows by their shared memory.
      if (found) rmSync(join(plan.directory, 'postmaster.pid'), { force: true })
      const started = await launch(plan)
      if ('pid' in started) return { pid: started.pid, adopted: false }
      if (!NOT_GONE_YET.test(started.said))
        throw new StartRefusal(`数据库未能启动：\n${started.said.trim()}\n（日志：${plan.log}）`)
    }
    await pause(wait)
  }
  throw new StartRefusal(`数据目录 ${plan.directory} 正被另一个数据库进程使用，等待后仍未退出。`)
}

/** Ends the server: finishes what is committed, breaks off the rest; after half a minute it is left to crash recovery. */
export const stopServer = async (pid: number): Promise<void> => {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal)
    for (const until = Date.now() + patience; Date.now() < until; await pause(10)) if (!isAlive(pid)) return
  }
}

const argumentsOf = (plan: ServerPlan): string[] => [
  '-D',
  plan.directory,
  '-k',
  plan.socket,
  ...Object.entries(plan.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

const isUsable = (plan: ServerPlan): boolean =>
  wasStartedWith(plan.directory, plan.binaries.postgres, argumentsOf(plan)) &&
  existsSync(join(plan.socket, '.s.PGSQL.5432'))

/** Starts the server in a session of its own, so that the terminal's Ctrl-C reaches tidu alone, which ends it in order. */
const launch = async (plan: ServerPlan): Promise<{ pid: number } | { said: string }> => {
  const { command, args, ids } = commandOf(plan.account, plan.binaries.postgres, argumentsOf(plan))
  if (existsSync(plan.log) && statSync(plan.log).size > LOG_LIMIT) renameSync(plan.log, `${plan.log}.1`)
  const log = openSync(plan.log, 'a', 0o600)
  const before = statSync(plan.log).size
  const child = spawn(command, args, {
    ...ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: plainEnvironment(),
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  const ready = await Promise.race([ended.then(() => false), untilReady(plan, child)])
  child.unref()
  if (ready && child.pid !== undefined) return { pid: child.pid }
  return { said: readFileSync(plan.log).subarray(before).toString('utf8') }
}

const untilReady = async (plan: ServerPlan, child: ChildProcess): Promise<boolean> => {
  while (child.exitCode === null && child.signalCode === null) {
    const found = findPostmaster(plan.directory)
    if (found?.pid === child.pid && found?.ready) return true
    await pause(10)
  }
  return false
}
