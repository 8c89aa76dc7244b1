import type { KeptDraft } from './profile-store.ts'

/**
 * Drafts kept in the tab until they are on the server: a reload or a new log-in loses nothing, closing the tab leaves
 * nothing on the machine.
 */
export const keptDraftsOf = (enterprise: string, person: string) => {
  const key = `tidu-profile ${enterprise} ${person}`
  return {
    read: (): readonly KeptDraft[] => {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
        return Array.isArray(kept) ? (kept as KeptDraft[]) : []
      } catch {
        return []
      }
    },
    keep: (drafts: readonly KeptDraft[]): void => {
      try {
        if (drafts.length === 0) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, JSON.stringify(drafts))
      } catch {
        // No room or no storage: the drafts still live in the page, and leaving it asks first.
      }
    },
  }
}
