import { useEffect, useState } from 'react'
import type { Api } from '../../api.ts'
import { browserApi } from '../../api.ts'
import { type Problem, problemOf } from '../../shell/problem.ts'
import type { PeriodDraft } from './PeriodFields.tsx'

/** A period as the server's calendar computes it. */
export type ComputedPeriod = Awaited<ReturnType<Api['notices']['period']>>

const PAUSE_MS = 250

/** The computed period of what is typed, asked again a moment after it changed; `first` is what the page came with. */
export const usePeriod = ({ from, basis, days }: PeriodDraft, first: ComputedPeriod | undefined) => {
  const [state, setState] = useState<{ computed: ComputedPeriod | undefined; problem: Problem | undefined }>({
    computed: first,
    problem: undefined,
  })
  useEffect(() => {
    const count = Number(days)
    if (from === '' || !Number.isInteger(count) || count < 1 || count > 60) {
      setState({ computed: undefined, problem: undefined })
      return
    }
    const gone = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const { client } = await browserApi()
        const query = { from, basis: basis as 'workday' | 'calendar', days: count }
        const computed = await client.notices.period({ query }, { signal: gone.signal })
        setState({ computed, problem: undefined })
      } catch (error) {
        if (!gone.signal.aborted) setState({ computed: undefined, problem: problemOf(error) })
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [from, basis, days])
  return state
}
