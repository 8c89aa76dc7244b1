import { useEffect, useState } from 'react'
import { type Barrier, findBarriers } from '../../../regime/evaluation/gap/barriers.ts'
import { searchGaps } from '../../../regime/evaluation/gap/find-gaps.ts'
import type { Gap } from '../../../regime/evaluation/gap/move.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'

/** What a search found; `gaps` undefined while it still runs. */
export interface Found {
  readonly facts: object
  readonly standard: Standard
  readonly gaps: readonly Gap[]
  readonly barriers: readonly Barrier[]
}

/** Typing goes first: the search waits until it pauses, and works in slices shorter than a frame. */
const PAUSE_MS = 200
const SLICE_MS = 8

/** The gaps of these facts, searched beside everything else; the last answer stays until the next is there. */
export const useGaps = (standard: Standard, facts: object): Found | undefined => {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let timer = setTimeout(() => {
      const known = parseFacts(facts)
      const search = searchGaps(standard, known)
      const slice = (): void => {
        const start = performance.now()
        for (;;) {
          const step = search.next()
          if (step.done) {
            setFound({ facts, standard, gaps: step.value, barriers: findBarriers(standard, known) })
            return
          }
          if (performance.now() - start > SLICE_MS) break
        }
        timer = setTimeout(slice)
      }
      slice()
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [standard, facts])
  return found?.standard === standard ? found : undefined
}
