import { useState } from 'react'

/** A set of ids that are ticked and unticked. */
export const useChosen = () => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return { chosen, toggle, clear: () => setChosen(new Set()) }
}
