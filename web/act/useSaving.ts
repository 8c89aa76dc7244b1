import { useEffect, useRef, useState } from 'react'
import type { Saving } from '../components/field/saving.ts'
import type { Problem } from '../shell/problem.ts'
import { createSaver } from './saver.ts'

/**
 * Saving of one field (see `createSaver`) for a component: call `change` while typing and `flush` on blur; give
 * `saving` to the field. The browser asks before a page with unsaved words is left.
 */
export const useSaving = <V, B>(save: (value: V, base: B) => Promise<B>, base: B) => {
  const [state, setState] = useState<{ saving: Saving | undefined; problem: Problem | undefined }>({
    saving: undefined,
    problem: undefined,
  })
  const latest = useRef(save)
  latest.current = save
  const [saver] = useState(() =>
    createSaver<V, B>({
      save: (value, version) => latest.current(value, version),
      base,
      onChange: (saving, problem) => setState({ saving, problem }),
      pauseMs: 600,
      retryMs: 5000,
    }),
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void saver.flush()
    }
  }, [saver])
  return { ...state, change: saver.change, flush: saver.flush, rebase: saver.rebase }
}
