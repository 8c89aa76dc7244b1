// Every number of every standard's YAML, moved by one in either direction: the loader refuses it, or a generated firm
// gets another result than from the reference.
import { judge } from '../../regime/evaluation/evaluate.ts'
import type { Facts } from '../../regime/evaluation/facts.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { CatalogueRefusal, type Documents, loadCatalogue } from '../../standards/catalogue.ts'
import { evaluateReference, type ReferenceStandard } from './evaluate.ts'
import { generateFacts } from './generate.ts'
import type { ReferenceResult } from './result.ts'

/** One number of one file, and the one it becomes. */
export interface Mutation {
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly from: string | number
  readonly to: string | number
}

// Words for people: a number in them decides nothing.
const PROSE: ReadonlySet<string> = new Set(['name', 'label', 'note', 'uncertain', 'cite', 'title', 'aim', 'instrument'])

const moved = (digits: string, step: number): string | undefined => {
  const value = Number(digits) + step
  return value < 0 ? undefined : String(value).padStart(digits.length, '0')
}

const variants = (value: string | number): readonly (string | number)[] => {
  if (typeof value === 'number') return [value - 1, value + 1]
  return [...value.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) =>
    [-1, 1].flatMap((step) => {
      const other = moved(digits, step)
      return other === undefined ? [] : [value.slice(0, index) + other + value.slice(index + digits.length)]
    }),
  )
}

/** All of them, in the order of the files. */
export const mutationsOf = (documents: Documents): readonly Mutation[] => {
  const found: Mutation[] = []
  const visit = (file: string, value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'number' || typeof value === 'string') {
      for (const to of variants(value)) found.push({ file, path, from: value, to })
      return
    }
    if (Array.isArray(value)) for (const [index, entry] of value.entries()) visit(file, entry, [...path, index])
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) if (!PROSE.has(key)) visit(file, member, [...path, key])
  }
  for (const [file, document] of Object.entries(documents)) visit(file, document, [])
  return found
}

const changed = (value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown => {
  if (key === undefined) return to
  if (Array.isArray(value)) return value.with(key as number, changed(value[key as number], rest, to))
  const given = value as { readonly [key: string]: unknown }
  return { ...given, [key]: changed(given[key], rest, to) }
}

/** What both say of a firm, in comparable form; `missing` is held against the reference elsewhere. */
const told = ({
  inForce,
  outcome,
  score,
  dimensions,
  indicators,
  conditions,
}: Omit<ReferenceResult, 'missing' | 'standard'>): string =>
  JSON.stringify([
    inForce,
    outcome,
    score && [score.min, score.max],
    dimensions?.map(({ id, score: { min, max } }) => [id, min, max]).sort(),
    indicators?.map(({ id, option, points: { min, max } }) => [id, option, min, max]).sort(),
    conditions.map(({ id, verdict }) => [id, verdict]).sort(),
  ])

interface Firm {
  readonly facts: Facts
  readonly reference: string
}

/** Firms of a standard with what the reference says of them, generated as they are asked for. */
const firmsFrom = (firstSeed: number): ((standard: ReferenceStandard, index: number) => Firm) => {
  const known = new Map<ReferenceStandard, Firm[]>()
  return (standard, index) => {
    const own = known.get(standard) ?? []
    known.set(standard, own)
    while (own.length <= index) {
      const raw = generateFacts(standard, firstSeed + own.length)
      own.push({ facts: parseFacts(raw), reference: told(evaluateReference(standard, raw)) })
    }
    return own[index] as Firm
  }
}

export type Fate = 'refused' | 'noticed' | 'survived'

/** Tries mutations one after the other, each on up to `firms` firms a standard. */
export const mutationTrial = (documents: Documents, firms: number, firstSeed: number) => {
  const firmAt = firmsFrom(firstSeed)
  const originals = new Map(loadCatalogue(documents).map(({ id, edition }) => [id, edition]))
  const isNoticed = (standard: Standard): boolean => {
    for (let index = 0; index < firms; index++) {
      const { facts, reference } = firmAt(standard.id as ReferenceStandard, index)
      const { result } = judge(standard, facts)
      if (told(result) !== reference) return true
    }
    return false
  }
  return ({ file, path, to }: Mutation): Fate => {
    let standards: readonly Standard[]
    try {
      standards = loadCatalogue({ ...documents, [file]: changed(documents[file], path, to) })
    } catch (refusal) {
      if (refusal instanceof CatalogueRefusal) return 'refused'
      throw refusal
    }
    return standards.filter(({ id, edition }) => originals.get(id) !== edition).some(isNoticed) ? 'noticed' : 'survived'
  }
}
