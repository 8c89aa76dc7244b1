import { isAlive } from './process.ts'
import { ensureServer, type ServerPlan, stopServer } from './server.ts'

/** A server that is started again whenever it is found dead. */
export interface Watch {
  /** The process id of the server now running. */
  readonly pid: () => number
  /** Ends watching and the server, in this order. */
  readonly stop: () => Promise<void>
}

const EVERY_MS = 500

/** Looks after a running server; `report` hears of every death and of starts that failed (they are tried again). */
export const watchServer = (plan: ServerPlan, first: number, report: (error: Error) => void): Watch => {
  let pid = first
  let reviving: Promise<void> | undefined
  const revive = async (): Promise<void> => {
    report(new Error(`the database server (process ${pid}) has died; starting it again`))
    try {
      pid = (await ensureServer(plan)).pid
    } catch (error) {
      report(error as Error)
    }
    reviving = undefined
  }
  const timer = setInterval(() => {
    if (reviving === undefined && !isAlive(pid)) reviving = revive()
  }, EVERY_MS).unref()
  return {
    pid: () => pid,
    stop: async () => {
      clearInterval(timer)
      await reviving
      await stopServer(pid)
    },
  }
}
