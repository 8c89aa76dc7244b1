import type { Saving } from '../components/field/saving.ts'
import { type Problem, problemOf } from '../shell/problem.ts'

export interface SaverOptions<V, B> {
  /** Sends the value with the version it was based on; gives the new version. */
  readonly save: (value: V, base: B) => Promise<B>
  readonly base: B
  readonly onChange: (saving: Saving | undefined, problem: Problem | undefined) => void
  /** Quiet time after the last change before it is sent, and between tries while the network is away. */
  readonly pauseMs: number
  readonly retryMs: number
}

/**
 * Saves one field by itself: never two requests at once, the newest value last, retried while the network is away.
 * A conflict (409) stops it, because a person must choose; `rebase` goes on from the version the server holds now.
 */
export const createSaver = <V, B>({ save, base, onChange, pauseMs, retryMs }: SaverOptions<V, B>) => {
  let version = base
  let next: { readonly value: V } | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const schedule = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const send = async (value: V): Promise<void> => {
    onChange('saving', undefined)
    try {
      version = await save(value, version)
      onChange('saved', undefined)
    } catch (error) {
      const problem = problemOf(error)
      onChange(problem.status === 409 ? 'conflict' : 'failed', problem)
      if (problem.status === 0 || problem.status >= 500) {
        next ??= { value }
        schedule(retryMs)
      }
    }
  }

  /** One after the other, until nothing is left or what is left waits for its time. */
  const run = async (): Promise<void> => {
    while (next && timer === undefined) {
      const { value } = next
      next = undefined
      await send(value)
    }
    running = undefined
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (next) running ??= run()
    await running
  }

  return {
    change: (value: V): void => {
      next = { value }
      schedule(pauseMs)
    },
    /** Sends now what is waiting and waits until it has arrived: on leaving the field or the page, before an act. */
    flush,
    rebase: (to: B): void => {
      version = to
      onChange(undefined, undefined)
    },
    /** True while something typed is not yet on the server. */
    isUnsaved: (): boolean => running !== undefined || next !== undefined,
  }
}
