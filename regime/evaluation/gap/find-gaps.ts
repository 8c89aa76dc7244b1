import type { StandardDefinition } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { takeTrace } from '../nodes/take-trace.ts'
import type { Trace } from '../nodes/trace.ts'
import type { Standard } from '../standard.ts'
import { type Bound, boundOf, type Certain } from './bound.ts'
import { choiceLevers, measureLevers } from './choice-levers.ts'
import { effortOf } from './effort.ts'
import type { Lever } from './lever.ts'
import type { Gap, Move } from './move.ts'
import { numberLevers } from './number-levers.ts'
import { rateLevers } from './rate-levers.ts'
import { saySupplies } from './say-supplies.ts'
import { tallyLevers } from './tally-levers.ts'

const MOST_MOVES = 3

/** What the search needs of a standard, made once. */
interface Ways {
  readonly bound: Bound
  readonly levers: readonly Lever[]
  readonly ofFigures: ReturnType<typeof numberLevers>
  readonly ofLists: ReturnType<typeof tallyLevers>
}

const known = new WeakMap<StandardDefinition, Ways>()

const waysOf = (definition: StandardDefinition): Ways => {
  const found = known.get(definition) ?? {
    bound: boundOf(definition),
    levers: [...rateLevers(definition), ...choiceLevers(definition), ...measureLevers(definition)],
    ofFigures: numberLevers(definition),
    ofLists: tallyLevers(definition),
  }
  known.set(definition, found)
  return found
}

/** A lever pulled so far; the name says both. */
interface Pulled {
  readonly lever: Lever
  readonly move: Move
  readonly name: string
}

const setName = (pulls: readonly Pulled[]): string => {
  if (pulls.length === 0) return ''
  const [first, second] = pulls as readonly [Pulled, Pulled]
  if (pulls.length === 1) return first.name
  if (pulls.length === 2)
    return first.name < second.name ? `${first.name}&${second.name}` : `${second.name}&${first.name}`
  return pulls
    .map(({ name }) => name)
    .sort()
    .join('&')
}

const shares = (a: Lever, b: Lever): boolean => {
  for (const metric of a.touches) if (b.touches.has(metric)) return true
  return false
}

/** One search: remembers where each set of pulls leads and which moves a lever has there. */
class Search {
  readonly start: Trace
  readonly #bound: Bound
  readonly #best = new Map<Lever, Certain | undefined>()
  readonly #traces = new Map<string, Trace>()
  readonly #met = new Map<string, boolean>()
  readonly #pulls = new Map<string, readonly Pulled[]>()
  readonly #shares = new Map<Lever, Map<Lever, boolean>>()

  constructor(start: Trace, bound: Bound) {
    this.start = start
    this.#bound = bound
  }

  shares(a: Lever, b: Lever): boolean {
    const own = this.#shares.get(a) ?? new Map<Lever, boolean>()
    this.#shares.set(a, own)
    const found = own.get(b) ?? shares(a, b)
    own.set(b, found)
    return found
  }

  /** The trace after pulls, one after another; they write different facts, so the order makes no difference. */
  traceAfter(pulls: readonly Pulled[]): Trace {
    const last = pulls[pulls.length - 1]
    if (!last) return this.start
    const name = setName(pulls)
    const found = this.#traces.get(name)
    if (found) return found
    const before = this.traceAfter(pulls.slice(0, -1))
    const trace = takeTrace(before.definition, last.move.apply(before.context.facts))
    if (pulls.length < MOST_MOVES) this.#traces.set(name, trace)
    return trace
  }

  /** Pulls that share no metric are joined from each alone, without a trace of their own. */
  #certainAfter(pulls: readonly Pulled[]): Certain {
    const apart = pulls.every((a, at) => pulls.every((b, other) => other <= at || !this.shares(a.lever, b.lever)))
    if (!apart || pulls.length < 2) return this.#bound.certainOf(this.traceAfter(pulls))
    return this.#bound.join(
      this.#bound.certainOf(this.start),
      pulls.map((pulled) => [pulled.lever, this.#bound.certainOf(this.traceAfter([pulled]))]),
    )
  }

  isMet(pulls: readonly Pulled[]): boolean {
    const name = setName(pulls)
    const found = this.#met.get(name) ?? this.#bound.isMet(this.#certainAfter(pulls))
    this.#met.set(name, found)
    return found
  }

  /** Pulls of a lever after others: only those that share a metric with it can have changed them. */
  pullsAfter(lever: Lever, others: readonly Pulled[]): readonly Pulled[] {
    const near = others.filter((pulled) => this.shares(pulled.lever, lever))
    const name = `${lever.id}?${setName(near)}`
    const found =
      this.#pulls.get(name) ??
      lever.moves(this.traceAfter(near)).map((move) => ({ lever, move, name: `${move.id}=${move.amount}` }))
    this.#pulls.set(name, found)
    return found
  }

  /** Could these levers, after those pulls, still reach the outcome? What one does alone says nothing beside a neighbour. */
  couldReach(pulls: readonly Pulled[], levers: readonly Lever[]): boolean {
    return this.#bound.couldReach(this.#certainAfter(pulls), levers, (lever) =>
      pulls.some((pulled) => this.shares(pulled.lever, lever)) ? undefined : this.#bestOf(lever),
    )
  }

  #bestOf(lever: Lever): Certain | undefined {
    if (this.#best.has(lever)) return this.#best.get(lever)
    const pulls = this.pullsAfter(lever, [])
    // A lever that still waits for another may come to anything.
    const best =
      pulls.length === 0
        ? undefined
        : this.#bound.best([[], ...pulls.map((pulled) => [pulled])].map((one) => this.#certainAfter(one)))
    this.#best.set(lever, best)
    return best
  }

  /** From each kind of pull of the lever, the least that reaches the outcome after the others. */
  leastReaching(lever: Lever, others: readonly Pulled[]): readonly Pulled[] {
    const found = new Map<string, Pulled>()
    for (const pulled of this.pullsAfter(lever, others))
      if (!found.has(pulled.move.id) && this.isMet([...others, pulled])) found.set(pulled.move.id, pulled)
    return [...found.values()]
  }

  /** Nothing can be left out, and no pull made smaller. */
  isSmallest(pulls: readonly Pulled[]): boolean {
    for (let kept = 1; kept < (1 << pulls.length) - 1; kept++)
      if (this.isMet(pulls.filter((_pulled, at) => (kept >> at) & 1))) return false
    return pulls.every((pulled, at) => {
      const others = pulls.filter((_pulled, index) => index !== at)
      return this.leastReaching(pulled.lever, others).some(({ name }) => name === pulled.name)
    })
  }
}

/** Goes through the pulls of a set of levers; each may come first where their thresholds depend on one another. */
const explore = (
  search: Search,
  levers: readonly Lever[],
  done: readonly Pulled[],
  found: (pulls: readonly Pulled[]) => void,
): void => {
  if (levers.length === 1) {
    for (const pulled of search.leastReaching(levers[0] as Lever, done)) found([...done, pulled])
    return
  }
  const alone = levers.find((lever) => levers.every((other) => other === lever || !search.shares(lever, other)))
  for (const lever of alone ? [alone] : levers) {
    const rest = levers.filter((other) => other !== lever)
    for (const pulled of search.pullsAfter(lever, done)) {
      const pulls = [...done, pulled]
      if (!search.isMet(pulls) && search.couldReach(pulls, rest)) explore(search, rest, pulls, found)
    }
  }
}

/**
 * Do two amounts of the set only add up to one, so that a unit more of the one makes up for a unit less of the other, both
 * ways? Then the set is one of endlessly many, and those with one of the two as short as it can be stand for them.
 */
const isShared = (facts: Facts, pulls: readonly Pulled[], reaches: (facts: Facts) => boolean): boolean =>
  pulls.some(({ move: a }, at) =>
    pulls.slice(at + 1).some(({ move: b }) => {
      if (!a.stretched || !b.stretched) return false
      const others = pulls.reduce((sum, { move }) => (move === a || move === b ? sum : move.apply(sum)), facts)
      const exchanged = (by: bigint): boolean => {
        const first = a.stretched?.(others, by)
        const both = first && b.stretched?.(first, -by)
        return both !== undefined && reaches(both)
      }
      return exchanged(1n) && exchanged(-1n)
    }),
  )

const apart = (levers: readonly Lever[]): boolean =>
  levers.every(({ writes }, at) =>
    levers.slice(at + 1).every((other) => !writes.some((fact) => other.writes.includes(fact))),
  )

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield []
  else
    for (let at = from; at <= items.length - size; at++)
      for (const rest of subsets(items, size - 1, at + 1)) yield [items[at] as T, ...rest]
}

const effortOfAll = ({ moves }: Gap): number => moves.reduce((total, move) => total + effortOf(move), 0)
const keyOf = ({ moves }: Gap): string => moves.map(({ sentence }) => sentence).join('&')

/** By the order of effort; then fewer moves first, then shorter pulls. */
const rank = (a: Gap, b: Gap): number => {
  const near = effortOfAll(a) - effortOfAll(b) || a.moves.length - b.moves.length
  if (near !== 0) return near
  for (const [at, move] of a.moves.entries()) {
    const other = b.moves[at] as Move
    if (move.id !== other.id) return move.id < other.id ? -1 : 1
    if (move.amount !== other.amount) return move.amount < other.amount ? -1 : 1
  }
  return 0
}

/**
 * The smallest sets of moves, at most three, that turn the outcome to met whatever is still unknown: every set from which
 * no move can be left out and none made smaller — by a 分, a person, an entry — without losing the outcome. Empty when the
 * outcome is met already or three moves do not suffice.
 *
 * A move changes what an enterprise can change. Of an unknown fact it says what the fact would have to be; finding it out
 * is the least effort and counts as a move like any other. Years in the market, past growth, accidents, and whether the
 * case is new or a renewal are not an enterprise's to change, and becoming smaller to pass for an SME is no advice:
 * barriers.ts says so where one of these stands in the way. More sales raise revenue and main revenue alike.
 *
 * Each amount is a threshold: in some order of the moves, a unit less leaves a test unmet or a point unearned. Where two
 * amounts only add up to one (research of two years) the ways of sharing them are endless; the sets have those in which
 * one of the two is as short as it can be. test/reference/gaps.test.ts tries everything on tiny firms and finds the same.
 *
 * Yields between sets of levers, so that a page can search in small slices and stop.
 */
export function* searchGaps({ definition }: Standard, facts: Facts): Generator<undefined, readonly Gap[]> {
  const start = takeTrace(definition, facts)
  if (start.outcome.verdict === 'met') return []
  const { bound, levers, ofFigures, ofLists } = waysOf(definition)
  const figures = [...ofFigures(start.context), ...levers]
  const search = new Search(start, bound)
  const reaches = (changed: Facts): boolean => takeTrace(definition, changed).outcome.verdict === 'met'
  // A figure without a move now can get one through another that shares a metric with it; nothing else can.
  const moves = (lever: Lever): boolean => search.pullsAfter(lever, []).length > 0
  const movable = [...figures, ...ofLists(start.context)].filter(moves)
  const awaiting = figures.filter((lever) => !moves(lever) && movable.some((other) => shares(lever, other)))
  const useful = [...movable, ...awaiting]
  yield
  const gaps = new Map<string, Gap>()
  for (let size = 1; size <= MOST_MOVES; size++)
    for (const set of subsets(useful, size)) {
      if (!apart(set) || !search.couldReach([], set)) continue
      explore(search, set, [], (pulls) => {
        const name = setName(pulls)
        if (gaps.has(name) || !search.isSmallest(pulls) || isShared(facts, pulls, reaches)) return
        const moves = [...pulls]
          .sort((a, b) => effortOf(a.move) - effortOf(b.move) || (a.move.id < b.move.id ? -1 : 1))
          .map(({ move }) => move)
        gaps.set(name, { moves: saySupplies(facts, moves, reaches) })
      })
      yield
    }
  const told = new Map([...gaps.values()].map((gap) => [keyOf(gap), gap]))
  return [...told.values()].sort(rank)
}

/** All of the search at once. */
export const findGaps = (standard: Standard, facts: Facts): readonly Gap[] => {
  const search = searchGaps(standard, facts)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}
