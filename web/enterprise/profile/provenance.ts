import { type FactSource, factSources } from '../../../regime/profile/field.ts'
import { type PlaceState, shownAt } from './profile-store.ts'

/** Where a place's figure is from: its own, or that of its year or entry. */
export interface ShownProvenance {
  readonly source: FactSource | null
  readonly evidence: readonly string[]
  /** True when nothing of it is the place's own. */
  readonly inherited: boolean
}

/** The same rule as regime/profile: the nearest place upwards that has a source, and that has evidence. */
export const provenanceAt = (places: ReadonlyMap<string, PlaceState>, path: string): ShownProvenance => {
  let source: FactSource | null = null
  let evidence: readonly string[] = []
  let own = false
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at)
    if (!place) continue
    const content = shownAt(place)
    if (source === null && content.source !== null) {
      source = content.source
      own ||= at === path
    }
    if (evidence.length === 0 && content.evidence.length > 0) {
      evidence = content.evidence
      own ||= at === path
    }
  }
  return { source, evidence, inherited: !own }
}

export const sourceOptions = Object.entries(factSources).map(([value, label]) => ({ value, label }))
