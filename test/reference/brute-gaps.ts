import type { Rule, TestRule } from '../../regime/evaluation/definition.ts'
import type { Facts } from '../../regime/evaluation/facts.ts'
import { judgeTest } from '../../regime/evaluation/nodes/judge.ts'
import type { Reading } from '../../regime/evaluation/nodes/reading.ts'
import { takeTrace } from '../../regime/evaluation/nodes/take-trace.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'

// Every change of a tiny firm, tried one by one: what the search for gaps must find, without any of its cleverness.

/** Figures in 分, persons and entries; null is unknown. */
export interface TinyFirm {
  readonly revenue: number | null
  readonly main: number | null
  readonly profit: number | null
  readonly research: number | null
  readonly before: number | null
  readonly assets: number | null
  readonly debts: number | null
  readonly rights: number
  readonly emerging: boolean
}

const wan = (fen: number): string => `0.${String(fen).padStart(6, '0')}`
const right = {
  kind: 'invention-patent',
  grantedOn: '2020-01-01',
  inForce: true,
  relatedToMainProduct: true,
  transferredInOn: null,
}

export const factsOf = (firm: TinyFirm): Facts => {
  const figures = {
    revenue: firm.revenue,
    mainRevenue: firm.main,
    netProfit: firm.profit,
    rdExpense: firm.research,
    totalAssets: firm.assets,
    totalLiabilities: firm.debts,
  }
  const known = Object.entries(figures).flatMap(([key, fen]) => (fen === null ? [] : [[key, wan(fen)]]))
  return parseFacts({
    asOf: '2026-06-01',
    years: [
      { year: 2025, ...Object.fromEntries(known) },
      { year: 2024, ...(firm.before !== null && { rdExpense: wan(firm.before) }) },
    ],
    intellectualProperty: Array.from({ length: firm.rights }, () => right),
    product: { strategicEmerging: firm.emerging },
  })
}

/** Furthest pull that is tried. */
export const FURTHEST = 9

interface TinyLever {
  /** As the search calls it. */
  readonly id: string
  /** Pulls from the least on; an unknown figure's are its values. */
  readonly pulls: readonly number[]
  readonly writes: readonly string[]
  readonly unknown?: true
  apply(firm: TinyFirm, pull: number): TinyFirm
}

const upTo = (most: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(FURTHEST, most)) }, (_none, at) => at + 1)
const fromNothing = [0, ...upTo(FURTHEST)]

const figure = (
  firm: TinyFirm,
  key: Exclude<keyof TinyFirm, 'rights' | 'emerging'>,
  column: string,
  way: 'up' | 'down' | 'none',
  most = FURTHEST,
): TinyLever => {
  const value = firm[key]
  if (value === null)
    return {
      id: `number:${column}`,
      pulls: fromNothing.filter((one) => one <= most),
      writes: [key],
      unknown: true,
      apply: (now, pull) => ({ ...now, [key]: pull }),
    }
  return {
    id: `number:${column}`,
    pulls: way === 'none' ? [] : way === 'up' ? upTo(most - value) : upTo(value),
    writes: [key],
    apply: (now, pull) => ({ ...now, [key]: way === 'up' ? value + pull : value - pull }),
  }
}

const leversOf = (firm: TinyFirm): readonly TinyLever[] => {
  const { revenue, main } = firm
  const far = 1_000
  const sales: TinyLever =
    revenue !== null && main !== null
      ? {
          id: 'number:revenue_1',
          pulls: upTo(far),
          writes: ['revenue', 'main'],
          apply: (now, pull) => ({ ...now, revenue: revenue + pull, main: main + pull }),
        }
      : figure(firm, 'revenue', 'revenue_1', 'up', far)
  return [
    sales,
    figure(firm, 'main', 'mainRevenue_1', 'up', far),
    figure(firm, 'profit', 'netProfit_1', 'up', far),
    figure(firm, 'research', 'rdExpense_1', 'up', far),
    figure(firm, 'before', 'rdExpense_2', 'up', far),
    figure(firm, 'debts', 'totalLiabilities_1', 'down', far),
    figure(firm, 'assets', 'totalAssets_1', 'none', far),
    { id: 'add', pulls: [1, 2], writes: ['rights'], apply: (now, pull) => ({ ...now, rights: firm.rights + pull }) },
    {
      id: 'choice:strategic-emerging',
      pulls: firm.emerging ? [] : [1],
      writes: ['emerging'],
      apply: (now) => ({ ...now, emerging: true }),
    },
  ]
}

type Pulls = readonly (readonly [lever: TinyLever, pull: number])[]

const testsIn = (rule: Rule | null): readonly TestRule[] => {
  if (rule?.kind === 'test') return [rule]
  return rule?.kind === 'all' || rule?.kind === 'any' ? rule.rules.flatMap(testsIn) : []
}

/** How every test and every indicator of the standard stands: 1 for met, points as they are certain. */
const marks = ({ definition }: Standard, facts: Facts): readonly number[] => {
  const trace = takeTrace(definition, facts)
  return [
    ...definition.conditions
      .flatMap(({ rule }) => testsIn(rule))
      .map((test) => (judgeTest(test, trace.readings[test.metric] as Reading) === 'met' ? 1 : 0)),
    ...trace.indicators.map(({ standing }) => standing.min),
  ]
}

const better = (before: readonly number[], after: readonly number[]): boolean =>
  after.some((mark, at) => mark > (before[at] ?? 0))

/** Every set of at most three pulls within the grid that reaches the outcome and can be made no smaller, by name. */
export const bruteGaps = (standard: Standard, firm: TinyFirm): ReadonlySet<string> => {
  const known = new Map<string, boolean>()
  const nameOf = (pulls: Pulls): string =>
    pulls
      .map(([{ id }, pull]) => `${id}=${pull}`)
      .sort()
      .join('&')
  const met = (pulls: Pulls): boolean => {
    const changed = pulls.reduce((now, [lever, pull]) => lever.apply(now, pull), firm)
    if (Object.values(changed).some((value) => typeof value === 'number' && value < 0)) return false
    // Main revenue is part of revenue, wherever a pull would take it.
    if (changed.main !== firm.main && (changed.main ?? 0) > (changed.revenue ?? FURTHEST * 100)) return false
    const key = JSON.stringify(changed)
    const found = known.get(key) ?? takeTrace(standard.definition, factsOf(changed)).outcome.verdict === 'met'
    known.set(key, found)
    return found
  }
  const replaced = (pulls: Pulls, at: number, pull: number): Pulls =>
    pulls.map(([lever, own], index) => (index === at ? [lever, pull] : [lever, own]))
  const smallest = (pulls: Pulls): boolean => {
    for (let kept = 0; kept < (1 << pulls.length) - 1; kept++)
      if (met(pulls.filter((_pull, at) => (kept >> at) & 1))) return false
    return pulls.every(([lever, pull], at) =>
      lever.pulls.every((less) => less >= pull || !met(replaced(pulls, at, less))),
    )
  }
  const exchangeable = (pulls: Pulls): boolean =>
    pulls.some(([a, own], at) =>
      pulls.some(([b, other], index) => {
        const money = (id: string): boolean => id.startsWith('number:')
        if (index <= at || !money(a.id) || !money(b.id)) return false
        const by = (step: number): boolean => met(replaced(replaced(pulls, at, own + step), index, other - step))
        return by(1) && by(-1)
      }),
    )
  /** Some order takes each pull, after those before it, just across an edge: a unit less and something reads worse. */
  const stepwise = (pulls: Pulls, done: Pulls = []): boolean =>
    pulls.length === done.length ||
    pulls.some(([lever, pull], at) => {
      if (done.includes(pulls[at] as Pulls[number])) return false
      const none = lever.unknown ? pull === 0 : pull === 1
      const less: Pulls = none ? done : [...done, [lever, pull - 1]]
      const crosses = better(marksOf(less), marksOf([...done, [lever, pull]]))
      return crosses && stepwise(pulls, [...done, pulls[at] as Pulls[number]])
    })
  const marksOf = (pulls: Pulls): readonly number[] =>
    marks(standard, factsOf(pulls.reduce((now, [lever, pull]) => lever.apply(now, pull), firm)))
  const levers = leversOf(firm)
  const found = new Set<string>()
  const visit = (from: number, pulls: Pulls): void => {
    if (pulls.length > 0 && met(pulls)) {
      if (smallest(pulls) && !exchangeable(pulls) && stepwise(pulls)) found.add(nameOf(pulls))
      return
    }
    if (pulls.length === 3) return
    for (let at = from; at < levers.length; at++) {
      const lever = levers[at] as TinyLever
      if (pulls.some(([other]) => other.writes.some((fact) => lever.writes.includes(fact)))) continue
      for (const pull of lever.pulls) visit(at + 1, [...pulls, [lever, pull]])
    }
  }
  visit(0, [])
  return found
}
