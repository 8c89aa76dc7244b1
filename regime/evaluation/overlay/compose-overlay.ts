import type { StandardDefinition } from '../definition.ts'
import { refuseAt } from '../loading/document.ts'
import { type DocumentPath, StandardRefusal } from '../loading/standard-refusal.ts'
import { type Overlay, readOverlay, type Waiver } from './read-overlay.ts'

type Mapping = { readonly [key: string]: unknown }

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a place of the composed document stands in the overlay, for refusals: composed path → overlay's path. */
type Origin = readonly [composed: DocumentPath, own: DocumentPath]

/** A standard with an overlay put upon it: as a document, and as loaded. */
export interface Composed {
  readonly document: unknown
  readonly definition: StandardDefinition
}

/**
 * Puts a notice's own conditions upon a standard, document upon document, and has the ordinary loader read the result:
 * what is added must be met together with the standard's outcome (同时满足), what is waived becomes an exemption. `load`
 * reads a composed document; both are given back. Throws a StandardRefusal whose path begins with `overlay` where the fault is the overlay's.
 */
export const composeOverlay = (
  standard: unknown,
  overlayDocument: unknown,
  load: (document: unknown) => StandardDefinition,
): Composed => {
  // The standard by itself first: what then still fails is the overlay's fault.
  const own = load(standard)
  const origins: Origin[] = []
  try {
    const overlay = readOverlay(overlayDocument)
    if (!overlay.of.includes(own.id))
      refuseAt(['of'], `这份附加条件不适用于“${own.id}”，适用于：${overlay.of.join('、')}`)
    const document = standard as Mapping
    const conditions = overlay.waive.reduce<readonly unknown[]>(
      (before, waiver, index) => waived(before, waiver, ['waive', index], origins),
      document.conditions as readonly unknown[],
    )
    const composed = {
      ...document,
      conditions: [...conditions, ...added(overlay, conditions.length, origins)],
      outcome: joined(document.outcome, overlay),
      note: [document.note, `附加条件依据${overlay.document}`].filter(Boolean).join('；'),
    }
    return { document: composed, definition: load(composed) }
  } catch (refusal) {
    if (!(refusal instanceof StandardRefusal)) throw refusal
    throw new StandardRefusal(['overlay', ...ownPath(refusal.path, origins)], refusal.problem)
  }
}

/** The standard's outcome and, 同时满足, what the notice adds. */
const joined = (outcome: unknown, { add }: Overlay): unknown => {
  const own =
    isMapping(outcome) && Object.keys(outcome).join() === 'all' ? (outcome.all as readonly unknown[]) : [outcome]
  return add.length === 0 ? outcome : { all: [...own, ...add.map(({ id }) => ({ condition: id }))] }
}

/** The added conditions, their citations completed with the notice's number. */
const added = ({ add, document }: Overlay, from: number, origins: Origin[]): readonly unknown[] =>
  add.map((condition, index) => {
    origins.push([
      ['conditions', from + index],
      ['add', index],
    ])
    const { cite } = condition
    return { ...condition, cite: typeof cite === 'string' && !cite.includes(document) ? `${document}${cite}` : cite }
  })

/** Conditions with an exemption put where the waiver says: on a whole condition, or on its tests of one metric. */
const waived = (
  conditions: readonly unknown[],
  { condition: id, metric, when }: Waiver,
  own: DocumentPath,
  origins: Origin[],
): readonly unknown[] => {
  const position = conditions.findIndex((one) => isMapping(one) && one.id === id)
  if (position < 0) return refuseAt([...own, 'condition'], `标准里没有这一条件：“${id}”`)
  let found = 0
  const exempted = (rule: Mapping, path: DocumentPath): Mapping => {
    found += 1
    const before = (rule.exempt ?? []) as readonly unknown[]
    origins.push([
      [...path, 'exempt', before.length],
      [...own, 'when'],
    ])
    return { ...rule, exempt: [...before, when] }
  }
  const within = (rule: unknown, path: DocumentPath): unknown => {
    if (!isMapping(rule)) return rule
    if (metric === undefined || rule.metric === metric) return exempted(rule, path)
    const branch = (['all', 'any'] as const).find((kind) => Array.isArray(rule[kind]))
    if (branch === undefined) return rule
    const rules = rule[branch] as readonly unknown[]
    return { ...rule, [branch]: rules.map((one, index) => within(one, [...path, branch, index])) }
  }
  const changed = conditions.map((one, index) => (index === position ? within(one, ['conditions', index]) : one))
  if (found === 0) refuseAt([...own, 'metric'], `条件“${id}”里没有指标“${metric}”`)
  return changed
}

const ownPath = (path: DocumentPath, origins: readonly Origin[]): DocumentPath => {
  const origin = origins.find(([composed]) => composed.every((step, index) => step === path[index]))
  return origin ? [...origin[1], ...path.slice(origin[0].length)] : path
}
