import { type Raw, rawList } from '../reading/raw.ts'
import { metricsOf } from './align.ts'

/** One thing a standard asks for: a condition, or one part of a condition whose parts must all be met. */
export interface Demand {
  readonly condition: Raw
  readonly rule: Raw
  readonly metrics: ReadonlySet<string>
}

/** Demands of two standards that look at the same facts. */
export interface DemandGroup {
  readonly before: readonly Demand[]
  readonly after: readonly Demand[]
}

/** What these conditions ask for, taken apart as far as 同时满足 goes; those only referred to belong to who refers. */
export const demandsOf = (standard: Raw, conditions: readonly Raw[]): readonly Demand[] => {
  const all = rawList(standard.conditions)
  const find = (id: string): Raw | undefined => all.find((one) => one.id === id)
  // A condition that another one told here refers to is told with that one, in its place.
  const referred = new Set(
    conditions.flatMap((one) => [...JSON.stringify(one).matchAll(/"condition":"([^"]+)"/g)].map(([, id]) => id)),
  )
  return conditions
    .filter(({ id }) => !referred.has(String(id)))
    .flatMap((condition) => {
      const { id: _, name: __, cite, note: ___, uncertain: ____, ...rule } = condition
      const parts = rule.all !== undefined && rule.exempt === undefined ? rawList(rule.all) : [rule]
      return parts.map((part) => ({
        condition,
        rule: { cite, ...expanded(part, find) },
        metrics: metricsOf(part, find),
      }))
    })
}

/** The rule with the conditions it refers to in their places, so that it can be told without its standard. */
const expanded = (rule: Raw, find: (id: string) => Raw | undefined): Raw => {
  const referred = rule.condition === undefined ? undefined : find(String(rule.condition))
  if (referred) {
    const { id: _, note: __, uncertain: ___, ...own } = referred
    return expanded(own, find)
  }
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [
      key,
      key === 'all' || key === 'any' || key === 'exempt' ? rawList(value).map((one) => expanded(one, find)) : value,
    ]),
  )
}

/** True where more than half of what the narrower demand looks at is what the other looks at. New or renewal is no subject. */
const lookAlike = (one: Demand, other: Demand): boolean => {
  const [a, b] = [one, other].map(({ metrics }) => [...metrics].filter((metric) => metric !== 'application'))
  const shared = a?.filter((metric) => b?.includes(metric)).length ?? 0
  return shared * 2 > Math.min(a?.length ?? 0, b?.length ?? 0)
}

/** Puts together what looks at the same facts, directly or through another demand; in the order of the later standard. */
export const groupDemands = (before: readonly Demand[], after: readonly Demand[]): readonly DemandGroup[] => {
  const left = new Set<Demand>([...after, ...before])
  const groups: DemandGroup[] = []
  for (const start of [...after, ...before]) {
    if (!left.delete(start)) continue
    const members = [start]
    for (const one of members)
      for (const other of left)
        if (lookAlike(one, other)) {
          left.delete(other)
          members.push(other)
        }
    const own = (list: readonly Demand[]) => list.filter((one) => members.includes(one))
    groups.push({ before: own(before), after: own(after) })
  }
  return groups
}
