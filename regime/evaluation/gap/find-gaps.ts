import type { Rule, StandardDefinition, TestRule } from '../definition.ts'
import type { Verdict } from '../explanation.ts'
import type { Facts } from '../facts.ts'
import { suppose } from '../nodes/suppose.ts'
import { takeTrace } from '../nodes/take-trace.ts'
import type { Trace } from '../nodes/trace.ts'
import type { Standard } from '../standard.ts'
import { choiceLevers, measureLevers } from './choice-levers.ts'
import type { Lever } from './lever.ts'
import { effortOf, type Gap, type Move } from './move.ts'
import { numberLevers } from './number-levers.ts'
import { tallyLevers } from './tally-levers.ts'

const MOST_MOVES = 3

const allLevers = (definition: StandardDefinition): readonly Lever[] => [
  ...numberLevers(definition),
  ...choiceLevers(definition),
  ...measureLevers(definition),
  ...tallyLevers(definition),
]

const testsOf = (definition: StandardDefinition): readonly TestRule[] => {
  const found: TestRule[] = []
  const visit = (rule: Rule): void => {
    if (rule.kind === 'test') found.push(rule)
    if (rule.kind === 'all' || rule.kind === 'any') for (const one of rule.rules) visit(one)
  }
  for (const { rule } of definition.conditions) visit(rule)
  visit(definition.outcome)
  return found
}

const metricsOfIndicator = ({
  scale,
}: NonNullable<StandardDefinition['score']>['indicators'][number]): readonly number[] => {
  if (scale.kind === 'best-of') return scale.parts.map(({ metric }) => metric)
  if (scale.kind !== 'options') return [scale.metric]
  return scale.options.flatMap(({ rule }) => (rule?.kind === 'test' ? [rule.metric] : []))
}

/** Could these metrics, all turned to the best, reach the outcome? Costs no reading, and rules most sets of levers out. */
const couldReach = (trace: Trace, tests: readonly TestRule[], touched: ReadonlySet<number>): boolean => {
  const { definition } = trace
  const supposed = new Map<TestRule, Verdict>(
    tests.flatMap((test) => (touched.has(test.metric) ? [[test, 'met'] as const] : [])),
  )
  const { score } = definition
  if (!score) return suppose(trace, { tests: supposed }) === 'met'
  const gains = score.dimensions.map(() => 0)
  score.indicators.forEach((indicator, position) => {
    if (!metricsOfIndicator(indicator).some((metric) => touched.has(metric))) return
    gains[indicator.dimension] =
      (gains[indicator.dimension] ?? 0) + indicator.cap - (trace.indicators[position]?.standing.min ?? 0)
  })
  const raise = (points: number, gain: number) => ({ min: points + gain, max: points + gain })
  const dimensions = trace.dimensions.map(({ min }, own) => raise(min, gains[own] ?? 0))
  const total = raise(
    trace.total.min,
    gains.reduce((sum, gain) => sum + gain, 0),
  )
  return suppose(trace, { tests: supposed, dimensions, total }) === 'met'
}

const outcomeAt = (definition: StandardDefinition, facts: Facts): Verdict =>
  takeTrace(definition, facts).outcome.verdict

const touchedBy = (levers: readonly Lever[]): ReadonlySet<number> =>
  new Set(levers.flatMap(({ touches }) => [...touches]))

const applyAll = (facts: Facts, moves: readonly Move[]): Facts => moves.reduce((sum, move) => move.apply(sum), facts)

const sameLever = (lever: Lever, move: Move): boolean => move.id === lever.id || move.id.startsWith(`${lever.id}:`)

/** Pulls each lever back as far as the outcome allows, the others standing; undefined when one is not needed at all. */
const tighten = (
  definition: StandardDefinition,
  facts: Facts,
  levers: readonly Lever[],
  moves: readonly Move[],
): readonly Move[] | undefined => {
  let kept = moves
  for (let round = 0; round < MOST_MOVES + 1; round++) {
    let changed = false
    for (let at = 0; at < kept.length; at++) {
      const others = kept.filter((_move, index) => index !== at)
      const before = applyAll(facts, others)
      if (outcomeAt(definition, before) === 'met') return undefined
      const own = kept[at] as Move
      const lever = levers.find((one) => sameLever(one, own)) as Lever
      const least = lever
        .moves(takeTrace(definition, before))
        .find((move) => move.id === own.id && outcomeAt(definition, move.apply(before)) === 'met')
      if (!least) return undefined
      if (least.amount !== own.amount || least.sentence !== own.sentence) {
        kept = kept.map((move, index) => (index === at ? least : move))
        changed = true
      }
    }
    if (!changed) return kept
  }
  return undefined
}

const search = (
  definition: StandardDefinition,
  facts: Facts,
  tests: readonly TestRule[],
  levers: readonly Lever[],
  done: readonly Move[],
  found: (moves: readonly Move[]) => void,
): void => {
  if (levers.length === 0) {
    if (outcomeAt(definition, facts) === 'met') found(done)
    return
  }
  // A lever's thresholds may depend on the others', so each may go first.
  const trace = takeTrace(definition, facts)
  if (done.length > 0 && !couldReach(trace, tests, touchedBy(levers))) return
  for (const [at, lever] of levers.entries()) {
    const rest = levers.filter((_one, index) => index !== at)
    for (const move of lever.moves(trace)) search(definition, move.apply(facts), tests, rest, [...done, move], found)
    const alone = rest.every((other) => [...other.touches].every((metric) => !lever.touches.has(metric)))
    if (alone) return
  }
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield []
  else
    for (let at = from; at <= items.length - size; at++)
      for (const rest of subsets(items, size - 1, at + 1)) yield [items[at] as T, ...rest]
}

const keyOf = (moves: readonly Move[]): string =>
  moves
    .map(({ id, amount, sentence }) => `${id}=${amount}=${sentence}`)
    .sort()
    .join('&')

const rank = (a: Gap, b: Gap): number => {
  const sum = ({ moves }: Gap): number => moves.reduce((total, move) => total + effortOf(move), 0)
  return sum(a) - sum(b) || (keyOf(a.moves) < keyOf(b.moves) ? -1 : 1)
}

/**
 * The smallest sets of moves, at most three, that turn the outcome to met: every set of the least possible number of
 * moves from which none can be left out or made smaller. Ranked by the order of effort (move.ts). Empty when the outcome
 * is met already or three moves do not suffice. Moves change what an enterprise can change or has not stated; years in
 * the market, past statements and accidents are not among them.
 */
export const findGaps = ({ definition }: Standard, facts: Facts): readonly Gap[] => {
  const trace = takeTrace(definition, facts)
  if (trace.outcome.verdict === 'met') return []
  const tests = testsOf(definition)
  const levers = allLevers(definition)
  for (let size = 1; size <= MOST_MOVES; size++) {
    const gaps = new Map<string, Gap>()
    for (const set of subsets(levers, size)) {
      if (!couldReach(trace, tests, touchedBy(set))) continue
      search(definition, facts, tests, set, [], (moves) => {
        const kept = tighten(definition, facts, set, moves)
        if (kept)
          gaps.set(keyOf(kept), {
            moves: [...kept].sort((a, b) => effortOf(a) - effortOf(b) || (a.id < b.id ? -1 : 1)),
          })
      })
    }
    if (gaps.size > 0) return [...gaps.values()].sort(rank)
  }
  return []
}
