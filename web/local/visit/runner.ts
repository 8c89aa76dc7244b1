import { type Problem, problemOf } from '../../shell/problem.ts'

const PAUSES = [2_000, 5_000, 10_000, 20_000, 30_000]

/** No answer, or a server that is away: what waiting mends. */
export const isPassing = ({ status, code }: Problem): boolean =>
  status === 0 || status >= 500 || code === 'request.too-many'

export interface RunnerOptions {
  /** Does what there is to do; `look`: after asking what the server holds. */
  readonly work: (look: boolean) => Promise<void>
  /** It failed. With `again` it will be tried by itself. */
  readonly onFail: (problem: Problem, again: boolean) => void
  /** Runs `work` later; gives a way to call it off. */
  readonly later: (work: () => void, ms: number) => () => void
}

/** Runs one piece of work at a time; what is asked for meanwhile runs once afterwards. Tries on while there is no answer. */
export const createRunner = ({ work, onFail, later }: RunnerOptions) => {
  let busy = false
  let asked: { look: boolean } | undefined
  let tries = 0
  let closed = false
  let callOff: (() => void) | undefined

  const soon = (ms: number): void => {
    callOff?.()
    callOff = later(() => void run(false), ms)
  }

  const run = async (look: boolean): Promise<void> => {
    if (closed) return
    if (busy) {
      asked = { look: look || asked?.look === true }
      return
    }
    busy = true
    callOff?.()
    try {
      await work(look)
      tries = 0
    } catch (error) {
      const problem = problemOf(error)
      const again = isPassing(problem)
      onFail(problem, again)
      if (again) {
        soon(PAUSES[Math.min(tries, PAUSES.length - 1)] as number)
        tries += 1
        asked = undefined
      }
    }
    busy = false
    const next = asked
    asked = undefined
    if (next) await run(next.look)
  }

  return {
    run,
    soon,
    /** Whether a failed try waits for its next one. */
    isWaiting: (): boolean => tries > 0,
    close: (): void => {
      closed = true
      callOff?.()
    },
  }
}
