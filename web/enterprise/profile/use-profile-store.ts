import { useEffect, useState } from 'react'
import { freshKey } from '../../../contract/fresh-key.ts'
import type { Profile } from '../../../contract/profile.ts'
import { browserApi } from '../../api.ts'
import { keptDraftsOf } from './kept-drafts.ts'
import { createProfileStore, type ProfileStore } from './profile-store.ts'

/** The store of a firm's profile for as long as the editor is open, on whatever section. */
export const useProfileStore = (profile: Profile, person: { id: string; name: string }): ProfileStore => {
  const enterprise = profile.enterprise.id
  const [store] = useState(() => {
    // On the server there is no tab to keep drafts in; those found in the browser are taken up after hydration.
    const drafts = keptDraftsOf(enterprise, person.id)
    return createProfileStore({
      entries: profile.entries,
      kept: [],
      keep: (kept) => drafts.keep(kept),
      newKey: freshKey,
      save: async ({ key, ...write }, baseVersion) => {
        const { client } = await browserApi()
        const { entry } = await client.profile.save(
          { params: { enterprise }, body: { ...write, evidence: [...write.evidence], baseVersion } },
          { key },
        )
        return { ...entry, by: person.name }
      },
    })
  })
  useEffect(() => {
    store.takeUp(keptDraftsOf(enterprise, person.id).read())
    const wake = (): void => void store.flush()
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      try {
        const { client } = await browserApi()
        store.refresh((await client.profile.read({ params: { enterprise } })).entries)
      } catch {
        // Away from the network or signed out: what is on the page stays; saving says so itself.
      }
    }
    const warn = (event: BeforeUnloadEvent): void => {
      if (store.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('online', wake)
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', look)
      void store.flush()
    }
  }, [store, enterprise, person.id])
  return store
}
