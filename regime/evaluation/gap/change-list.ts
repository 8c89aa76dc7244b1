import type { Context } from '../context.ts'
import type { Facts } from '../facts.ts'
import { pathOfEntry } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import { parseFacts } from '../parse-facts.ts'
import type { Move } from './move.ts'

/** A list entry or other piece of a facts document. */
export type Piece = { readonly [key: string]: unknown }

type ListKey = Exclude<
  { [K in keyof Facts]: Facts[K] extends readonly object[] | null ? K : never }[keyof Facts],
  'years' | 'platformScores'
>

/** Entries of a document as the facts hold them; they pass the same door as everything else. */
const letIn = (facts: Facts, list: string, entries: readonly Piece[]): readonly object[] =>
  (parseFacts({ asOf: facts.asOf, [list]: entries })[list as ListKey] ?? []) as readonly object[]

/** What applying new entries at the end of a list does to facts, and what it is in a document. */
export const appended = (
  metric: TallyMetric,
  context: Context,
  entries: readonly Piece[],
): Pick<Move, 'changes' | 'apply'> => {
  const list = metric.family.id as ListKey
  const known = metric.family.read(context)
  const length = known?.length ?? 0
  let read: readonly object[] | undefined
  return {
    changes:
      known === null
        ? [{ path: `/${list}`, value: entries }]
        : entries.map((value, index) => ({ path: pathOfEntry(metric.family, context, length + index), value })),
    apply: (facts) => {
      read ??= letIn(facts, list, entries)
      return { ...facts, [list]: [...((facts[list] as readonly object[] | null) ?? []), ...read] }
    },
  }
}

/** What settling some unknown keys of one entry does to facts, and what it is in a document. */
export const settled = (
  metric: TallyMetric,
  context: Context,
  index: number,
  values: Piece,
): Pick<Move, 'changes' | 'apply'> => {
  const list = metric.family.id as ListKey
  const at = pathOfEntry(metric.family, context, index)
  // Kind, level, list or tier are always known; any serves to carry the new values through the door.
  const carrier: { readonly [name: string]: Piece } = {
    intellectualProperty: { kind: 'invention-patent' },
    scienceAwards: { level: 'national' },
    honours: { kind: 'ip-advantage' },
    rdInstitutions: { level: 'national' },
    makerContest: { list: 'top500' },
    titles: { tier: 'innovative' },
  }
  const patchOf = (read: Piece): Piece => Object.fromEntries(Object.keys(values).map((key) => [key, read[key]]))
  let patch: Piece | undefined
  return {
    changes: Object.entries(values).map(([key, value]) => ({ path: `${at}/${key}`, value })),
    apply: (facts) => {
      patch ??= patchOf(letIn(facts, list, [{ ...carrier[list], ...values }])[0] as Piece)
      const entries = (facts[list] as readonly object[] | null) ?? []
      return {
        ...facts,
        [list]: entries.map((entry, position) => (position === index ? { ...entry, ...patch } : entry)),
      }
    },
  }
}
