import type { EditionSummary } from '../../contract/editions.ts'
import { reignsOn } from '../../regime/evaluation/succession.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { type Entry, inForceOf } from './catalogue.ts'

/** What became of an entry in force by `today`. */
const stateOf = (entry: Entry, catalogue: readonly Entry[], today: Day): EditionSummary['state'] => {
  if (entry.status !== 'in-force') return null
  if (entry.from > today || entry.effectiveOn > today) return 'coming'
  // Overlays of one notice do not follow one another.
  if (entry.kind === 'overlay') return entry.to !== null && entry.to < today ? 'over' : 'current'
  return reignsOn(inForceOf(catalogue), entry.tier, today).find(({ key }) => key === entry.key)?.state ?? null
}

/** An entry as the contract shows it on a day. */
export const summaryOf = (entry: Entry, catalogue: readonly Entry[], today: Day): EditionSummary => ({
  key: entry.key,
  kind: entry.kind,
  id: entry.id,
  tier: entry.tier,
  title: entry.title,
  instrument: entry.instrument,
  digest: entry.edition,
  upon: [...entry.upon],
  from: entry.from,
  to: entry.to,
  effectiveOn: entry.status === 'in-force' ? entry.effectiveOn : null,
  status: entry.status,
  state: stateOf(entry, catalogue, today),
  house: entry.house,
})
