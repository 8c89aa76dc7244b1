import { useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { type Api, browserApi } from '../api.ts'
import { type Problem, problemOf } from '../shell/problem.ts'

/** Where an act stands while the page is open. */
export interface ActState<T> {
  readonly pending: boolean
  readonly problem: Problem | undefined
  readonly done: T | undefined
}

/**
 * Performs one act of a person from an event handler. The idempotency key is kept while the act may have got through
 * (no answer, or 503), so that pressing again repeats the same act and never makes a second one; a refusal or a changed
 * `intent` gets a new key. After success the page's loaders run again, so what is shown is what the server holds.
 */
export const useAct = <T>(perform: (api: Api, options: { key: string }) => Promise<T>) => {
  const [state, setState] = useState<ActState<T>>({ pending: false, problem: undefined, done: undefined })
  const key = useRef<string | undefined>(undefined)
  const { revalidate } = useRevalidator()

  const act = async (): Promise<T | undefined> => {
    setState({ pending: true, problem: undefined, done: undefined })
    try {
      const { client, freshKey } = await browserApi()
      key.current ??= freshKey()
      const done = await perform(client, { key: key.current })
      key.current = undefined
      setState({ pending: false, problem: undefined, done })
      await revalidate()
      return done
    } catch (error) {
      const problem = problemOf(error)
      if (problem.status !== 0 && problem.status !== 503) key.current = undefined
      setState({ pending: false, problem, done: undefined })
      return undefined
    }
  }
  /** Call when what is to be done changes (another payload): it is another act and needs another key. */
  const renew = (): void => {
    key.current = undefined
    setState({ pending: false, problem: undefined, done: undefined })
  }
  return { ...state, act, renew }
}
