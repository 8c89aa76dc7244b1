import { useEffect, useRef, useState } from 'react'
import { client } from '../../browser-client.ts'
import { keepPages } from '../../device/copies.ts'
import { keepFor } from '../../device/kept.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { forgetFinished } from './leave.ts'
import { absorb, openNotebook } from './notebook.ts'
import { sendPhoto } from './send-photo.ts'
import { browserStore } from './store.ts'
import { mayNote, type VisitState, type VisitView } from './visit-state.ts'

const LOOK_EVERY = 30_000

const later = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** What the page shows before its scripts run: the server's sheet, nothing to be noted yet. */
const shownFirst = (view: VisitView, person: string): VisitState => ({
  view,
  book: absorb(openNotebook({ person, case: view.case.id, enterpriseName: view.case.enterpriseName }), view),
  photos: [],
  ready: false,
  kept: true,
  canKeep: true,
  connection: 'idle',
  problem: undefined,
  sending: undefined,
})

/**
 * A visit kept on this phone (see `createKeeper`) for a component: looks again when the network is back, when somebody
 * comes back to the page, and every half minute; and keeps the page itself for use without network.
 */
export const useVisit = (view: VisitView, person: string) => {
  const [state, setState] = useState<VisitState>(() => shownFirst(view, person))
  const [offline, setOffline] = useState(false)
  const keeper = useRef<Keeper>(undefined)
  const first = useRef(view)
  const { id } = view.case
  const own = mayNote(view, person)

  useEffect(() => {
    const made = createKeeper({
      person,
      view: first.current,
      store: browserStore,
      cases: client.cases,
      upload: (photo, watch) => sendPhoto(client, photo, watch),
      onChange: setState,
      later,
    })
    keeper.current = made
    void made.start()
    const look = () => void made.look()
    const seen = () => {
      if (document.visibilityState === 'visible') void made.reread().then(made.look)
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') look()
    }, LOOK_EVERY)
    window.addEventListener('online', look)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', look)
      document.removeEventListener('visibilitychange', seen)
      made.close()
    }
  }, [person])

  useEffect(() => {
    if (!own) return
    keepFor(person)
    void navigator.storage?.persist?.().catch(() => false)
    void keepPages([`/office/cases/${id}/visit`]).then((kept) => setOffline(kept.length > 0))
  }, [own, person, id])

  const finished =
    state.ready && state.connection === 'idle' && state.view.case.step !== 'visit' && state.view.on !== null
  const { book } = state
  useEffect(() => {
    if (finished) void forgetFinished(book).catch(() => {})
  }, [finished, book])

  return { state, offline, keeper: () => keeper.current }
}
