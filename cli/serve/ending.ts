import { isAlive } from '../../server/store/embedded/process.ts'

const EVERY_MS = 1_000

/**
 * Resolves when this process should end: on the first signal that asks for it, or when one of the processes it was
 * started to end with is gone (TIDU_END_WITH: `npm start` killed outright ends npm alone). A second signal ends at once.
 */
export const untilAskedToEnd = (endWith: string | undefined): Promise<void> =>
  new Promise((resolve) => {
    let asked = false
    const ask = (): void => {
      if (asked) process.exit(1)
      asked = true
      clearInterval(timer)
      resolve()
    }
    const pids = (endWith ?? '')
      .split(',')
      .map(Number)
      .filter((pid) => pid > 1)
    const timer = setInterval(() => {
      if (!pids.every(isAlive)) ask()
    }, EVERY_MS).unref()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  })
