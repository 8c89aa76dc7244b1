import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Evidence } from '../../../contract/evidence.ts'
import type { Field, MoneyUnit } from '../../../regime/profile/field.ts'
import { inUnit } from '../../../regime/profile/read-number.ts'
import { type Overall, type PlaceState, type ProfileStore, shownAt } from './profile-store.ts'
import type { Relevance } from './relevance.ts'

/** What every part of the editor knows. */
export interface Editing {
  readonly store: ProfileStore
  readonly enterprise: string
  readonly person: string
  /** The unit amounts are shown and typed in. */
  readonly unit: MoneyUnit
  readonly today: string
  readonly relevance: Relevance
  /** The firm's evidence by id, newest first. */
  readonly evidence: ReadonlyMap<string, Evidence>
  readonly addEvidence: (evidence: Evidence) => void
}

export const EditingContext = createContext<Editing | undefined>(undefined)

export const useEditing = (): Editing => {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('outside the profile editor')
  return editing
}

/** One place as it stands now; the component follows its changes. */
export const usePlace = (path: string): PlaceState => {
  const { store } = useEditing()
  const get = () => store.get(path)
  return useSyncExternalStore(store.subscribe, get, get)
}

/** All places; for what counts or lists them. */
export const usePlaces = (): ReadonlyMap<string, PlaceState> => {
  const { store } = useEditing()
  return useSyncExternalStore(store.subscribe, store.all, store.all)
}

export const useOverall = (): Overall => {
  const { store } = useEditing()
  return useSyncExternalStore(store.subscribe, store.overall, store.overall)
}

export const isMoney = ({ kind }: Field): boolean => kind === 'money' || kind === 'signed-money'

/** The text of a field as this person sees it: amounts in their unit, '' where nothing stands. */
export const shownText = (field: Field, place: PlaceState, unit: MoneyUnit): string => {
  const { raw, unit: typedIn } = shownAt(place)
  if (raw === null) return ''
  return isMoney(field) ? inUnit(raw, typedIn ?? 'wan', unit) : raw
}

/** What to write when a person types into a field; an emptied field is not known any more. */
export const typed = (field: Field, raw: string, unit: MoneyUnit) => ({
  raw: raw === '' ? null : raw,
  unit: isMoney(field) && raw !== '' ? unit : null,
})
