import { findDivision } from '../../industry/industries.ts'
import { canonicalise } from '../../kernel/canonical.ts'
import type { StandardDefinition } from '../definition.ts'
import type { Edition } from '../edition.ts'
import type { Points, Verdict } from '../explanation.ts'
import type { Facts } from '../facts.ts'
import type { FlatResult } from '../plan/unpack.ts'
import { type Change, comparerOf, directionOf } from './changes.ts'
import { openEvaluator } from './evaluator.ts'
import { type Matrix, movementOf, newMatrix, verdictRanks } from './matrix.ts'

/** One enterprise of the population: who it is and what is known of it. */
export interface EffectFirm {
  readonly id: string
  /** Code of the authority that answers for it. */
  readonly authority: string
  /** The case its facts were handed in with. */
  readonly case: string
  readonly facts: Facts
}

/** An enterprise whose outcome is another, with what pulled it that way. */
export interface TurnedFirm {
  readonly id: string
  readonly authority: string
  readonly case: string
  readonly name: string | null
  readonly uscc: string | null
  /** Two digits of GB/T 4754, or null while unknown. */
  readonly industry: string | null
  readonly before: Verdict
  readonly after: Verdict
  readonly scoreBefore: Points | null
  readonly scoreAfter: Points | null
  readonly because: readonly Change[]
}

/** A condition or indicator and how many turned enterprises it pulled along. */
export interface Cause {
  readonly kind: Change['kind']
  readonly id: string
  readonly name: string
  readonly cite: string
  /** Enterprises that came out better, or worse, and for which it pulls the same way. */
  readonly up: number
  readonly down: number
}

/** What another edition would do to a population. */
export interface Effect {
  readonly firms: number
  readonly total: Matrix
  /** By authority, in the order in which they came. */
  readonly places: readonly { readonly authority: string; readonly matrix: Matrix }[]
  /** By 大类 in the order of the codes; null, last, where the industry is unknown. */
  readonly industries: readonly { readonly industry: string | null; readonly matrix: Matrix }[]
  /** What pulled most enterprises along, first. */
  readonly causes: readonly Cause[]
  /** How many turned. */
  readonly turnedFirms: number
  /** The turned enterprises in the order in which they came, `kept` of them at most. */
  readonly turned: readonly TurnedFirm[]
  /** How many evaluations the kernel left to the exact path. */
  readonly exact: number
}

/** Takes a population in, firm by firm. */
export interface EffectRun {
  put(firm: EffectFirm): void
  /** Evaluates what was put in since; does so by itself when a batch is full. */
  flush(): void
  /** The effect on everything put in. */
  finish(): Effect
}

/** Firms evaluated at a time: columns of so many stay in the cache. */
const BATCH = 512

const counterBy = <K>() => {
  const matrices = new Map<K, ReturnType<typeof newMatrix>>()
  const count = (key: K, before: Verdict, after: Verdict): void => {
    const matrix = matrices.get(key) ?? newMatrix()
    matrix[before][after]++
    matrices.set(key, matrix)
  }
  return { matrices, count }
}

const headings = (definition: StandardDefinition) => [
  ...definition.conditions.map(({ id, name, cite }) => ({ key: `condition/${id}`, name, cite })),
  ...(definition.score?.indicators ?? []).map(({ id, name, cite }) => ({ key: `indicator/${id}`, name, cite })),
]

/**
 * What happens to a population when `after` takes the place of `before`: both editions evaluate every firm on the same
 * facts, by the population kernel, in batches, so that memory does not grow with the population (R8.2, B4). At most
 * `kept` turned firms are listed; the counts are always complete.
 */
export const openEffect = (
  { standard: before, documents: earlier }: Edition,
  { standard: after, documents: later }: Edition,
  { kept }: { readonly kept: number },
): EffectRun => {
  const was = openEvaluator(before, BATCH)
  const is = openEvaluator(after, BATCH, was)
  // Both editions mean the same by the same words: what both ask for is read from the facts once.
  const sameTerms = canonicalise(earlier.terms) === canonicalise(later.terms)
  const compare = comparerOf(before.definition, after.definition)
  const names = new Map([...headings(before.definition), ...headings(after.definition)].map((one) => [one.key, one]))
  const batch: EffectFirm[] = []
  const total = newMatrix()
  const places = counterBy<string>()
  const industries = counterBy<string | null>()
  const causes = new Map<string, { up: number; down: number }>()
  const turned: TurnedFirm[] = []
  let firms = 0
  let exact = 0

  const turn = (firm: EffectFirm, industry: string | null, wasResult: FlatResult, isResult: FlatResult): void => {
    const way = verdictRanks[isResult.outcome] > verdictRanks[wasResult.outcome] ? 'up' : 'down'
    const because = compare(wasResult, isResult).filter((change) => [way, 'both'].includes(directionOf(change)))
    for (const { kind, id } of because) {
      const key = `${kind}/${id}`
      const counted = causes.get(key) ?? { up: 0, down: 0 }
      counted[way]++
      causes.set(key, counted)
    }
    if (turned.length >= kept) return
    const { enterprise } = firm.facts
    turned.push({
      id: firm.id,
      authority: firm.authority,
      case: firm.case,
      name: enterprise?.name ?? null,
      uscc: enterprise?.uscc ?? null,
      industry,
      before: wasResult.outcome,
      after: isResult.outcome,
      scoreBefore: wasResult.score ?? null,
      scoreAfter: isResult.score ?? null,
      because,
    })
  }

  const flush = (): void => {
    if (batch.length === 0) return
    exact += was.run(batch.length) + is.run(batch.length)
    batch.forEach((firm, row) => {
      const [from, to] = [was.outcomeAt(row), is.outcomeAt(row)]
      const industry = findDivision(firm.facts.enterprise?.industry ?? '')?.code ?? null
      total[from][to]++
      places.count(firm.authority, from, to)
      industries.count(industry, from, to)
      if (from !== to) turn(firm, industry, was.resultAt(row), is.resultAt(row))
    })
    firms += batch.length
    batch.length = 0
  }

  const causeOf = ([key, counted]: readonly [string, { up: number; down: number }]): Cause => {
    const [kind = '', ...id] = key.split('/')
    const { name = '', cite = '' } = names.get(key) ?? {}
    return { kind: kind as Change['kind'], id: id.join('/'), name, cite, ...counted }
  }

  return {
    put: (firm) => {
      const read = was.put(batch.length, firm.facts)
      is.put(batch.length, firm.facts, sameTerms ? read : undefined)
      if (batch.push(firm) === BATCH) flush()
    },
    flush,
    finish: () => {
      flush()
      return {
        firms,
        total,
        places: [...places.matrices].map(([authority, matrix]) => ({ authority, matrix })),
        industries: [...industries.matrices]
          .map(([industry, matrix]) => ({ industry, matrix }))
          .sort((a, b) => (a.industry === null ? 1 : b.industry === null ? -1 : a.industry < b.industry ? -1 : 1)),
        causes: [...causes].map(causeOf).sort((a, b) => b.up + b.down - a.up - a.down || (a.id < b.id ? -1 : 1)),
        turnedFirms: movementOf(total).turned,
        turned,
        exact,
      }
    },
  }
}
