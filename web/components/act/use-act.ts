import { useCallback, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { freshKey } from '../../../contract/client.ts'
import { type Api, browserApi } from '../../api.ts'
import { type Problem, problemOf } from '../../shell/problem.ts'

/** One act under way on a page: whether it is being done, and why it was refused. */
export interface ActState {
  readonly pending: boolean
  readonly problem: Problem | undefined
  /**
   * Does the act once. The same press sent again after a lost connection carries the same key, so that nothing happens
   * twice; what was typed stays on the page whatever comes back. Afterwards the page's loaders run again.
   */
  readonly run: (act: (api: Api, key: string) => Promise<unknown>) => Promise<boolean>
  readonly clear: () => void
}

/** For a button or a form that does something on the server. */
export const useAct = (): ActState => {
  const { revalidate } = useRevalidator()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const key = useRef<string>(undefined)
  const run = useCallback<ActState['run']>(
    async (act) => {
      key.current ??= freshKey()
      setPending(true)
      setProblem(undefined)
      try {
        await act(await browserApi(), key.current)
        key.current = undefined
        await revalidate()
        return true
      } catch (error) {
        const found = problemOf(error)
        // An answer was given: the next press is a new act. Without one the same act is tried again.
        if (found.status !== 0 && found.status < 500) key.current = undefined
        setProblem(found)
        return false
      } finally {
        setPending(false)
      }
    },
    [revalidate],
  )
  return { pending, problem, run, clear: () => setProblem(undefined) }
}
