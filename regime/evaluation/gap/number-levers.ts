import { type Amount, amount, compareRatio } from '../../kernel/fraction.ts'
import { moneyText, readMoney } from '../../kernel/money.ts'
import type { Context } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import { type Edge, edgesOf } from '../edges.ts'
import type { Facts, YearFacts } from '../facts.ts'
import { type Input, type YearAmount, yearAmount } from '../inputs.ts'
import type { NumberMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import { readDecimal } from '../reading-numbers.ts'
import type { Lever } from './lever.ts'
import type { Move, MoveKind } from './move.ts'

/** A number that can be pulled one way once known, and supplied while unknown. */
interface Dial {
  readonly input: Input
  readonly kind: MoveKind
  /** How a known value may move; `none` is history or not the enterprise's to change. */
  readonly direction: 'up' | 'down' | 'none'
  /** Path of the fact in a document, even where its whole section is unknown. */
  path(context: Context): string
  /** Highest sensible value: main revenue is part of revenue. */
  limit(context: Context): Amount
  write(facts: Facts, value: Amount): Facts
  /** The value as a facts document writes it. */
  document(value: Amount): unknown
  /** The value for reading. */
  read(value: Amount): string
}

const ENTERED = 'years_in_market'
const FAR = Number.MAX_SAFE_INTEGER
const MILLION = 1_000_000
const PERSONS: ReadonlySet<YearAmount> = new Set(['employees', 'rdStaff'])

const emptyYear = (year: number): YearFacts => ({
  year,
  revenue: null,
  mainRevenue: null,
  netProfit: null,
  rdExpense: null,
  totalAssets: null,
  totalLiabilities: null,
  employees: null,
  rdStaff: null,
})

const yearDial = (
  key: YearAmount,
  back: number,
  kind: MoveKind,
  direction: Dial['direction'],
  within?: YearAmount,
): Dial => ({
  input: yearAmount(key, back),
  path: ({ year }) => `/years/${year - back}/${key}`,
  kind,
  direction,
  limit: ({ back: listed }) => (within ? (listed[back]?.[within] ?? FAR) : FAR),
  write: (facts, value) => {
    const year = Number(facts.asOf.slice(0, 4)) - back
    const years = facts.years ?? []
    const changed = years.some((entry) => entry.year === year) ? years : [...years, emptyYear(year)]
    return { ...facts, years: changed.map((entry) => (entry.year === year ? { ...entry, [key]: value } : entry)) }
  },
  document: (value) => (PERSONS.has(key) ? Number(value) : moneyText(value)),
  read: (value) => (PERSONS.has(key) ? `${value} 人` : readMoney(value)),
})

const sectionDial = (
  input: Input,
  section: 'product' | 'management' | 'localFeature',
  key: string,
  kind: MoveKind,
  direction: Dial['direction'],
  limit: number,
  percent = false,
): Dial => ({
  input,
  path: () => `/${section}/${key}`,
  kind,
  direction,
  limit: () => limit,
  write: (facts, value) => ({ ...facts, [section]: { ...(facts[section] ?? {}), [key]: Number(value) } }) as Facts,
  document: (value) => (percent ? readDecimal(value) : Number(value)),
  read: (value) => (percent ? `${readDecimal(value)}%` : `${value}`),
})

const scoreDial = (input: Input, back: number): Dial => ({
  input,
  path: ({ year }) => `/platformScores/${year - back}`,
  kind: 'platform-score',
  direction: back === 0 ? 'up' : 'none',
  limit: () => 100 * MILLION,
  write: (facts, value) => {
    const year = Number(facts.asOf.slice(0, 4)) - back
    const others = (facts.platformScores ?? []).filter((entry) => entry.year !== year)
    return { ...facts, platformScores: [...others, { year, score: Number(value) }] }
  },
  document: (value) => readDecimal(value),
  read: (value) => `${readDecimal(value)} 分`,
})

const entered = (input: Input): Dial => ({
  input,
  path: () => '/enterprise/marketEnteredOn',
  kind: 'supply',
  direction: 'none',
  limit: () => 200,
  write: (facts, value) =>
    ({
      ...facts,
      enterprise: { ...(facts.enterprise ?? {}), marketEnteredOn: dayYearsBefore(facts, value) },
    }) as Facts,
  document: (value) => Number(value),
  read: (value) => `${value} 年`,
})

const dayYearsBefore = (facts: Facts, years: Amount): string =>
  `${String(Number(facts.asOf.slice(0, 4)) - Number(years)).padStart(4, '0')}-01-01`

const dialOf = (input: Input): Dial | undefined => {
  const [name = '', back = ''] = input.column.split(/_(?=\d+$)/)
  const year = Number(back)
  switch (name) {
    case 'revenue':
      return yearDial('revenue', year, 'revenue', year === 1 ? 'up' : 'none')
    case 'mainRevenue':
      return yearDial('mainRevenue', year, 'revenue', year === 1 ? 'up' : 'none', 'revenue')
    case 'netProfit':
      return yearDial('netProfit', year, 'profit', 'up')
    case 'rdExpense':
      return yearDial('rdExpense', year, 'research-expense', 'up')
    case 'totalLiabilities':
      return yearDial('totalLiabilities', year, 'liabilities', 'down')
    case 'totalAssets':
      return yearDial('totalAssets', year, 'supply', 'none')
    case 'employees':
      return yearDial('employees', year, 'supply', 'none')
    case 'rdStaff':
      return yearDial('rdStaff', year, 'staff', 'up', 'employees')
    case 'market_share':
      return sectionDial(input, 'product', 'marketShare', 'market', 'up', 100 * MILLION, true)
    case 'market_rank':
      return sectionDial(input, 'product', 'marketRank', 'market', 'down', 1_000)
    case 'digital_level':
      return sectionDial(input, 'management', 'digitalLevel', 'management', 'up', 4)
    case 'local_feature_points':
      return sectionDial(input, 'localFeature', 'points', 'supply', 'none', 15)
    case 'platform_score':
      return scoreDial(input, year)
    case ENTERED:
      return entered(input)
    default:
      return undefined
  }
}

const holds = (trace: Trace, metric: NumberMetric, input: Input, value: Amount, { relation, bound }: Edge): boolean => {
  const values = metric.inputs.map((one) => (one.column === input.column ? value : one.read(trace.context)))
  if (values.some((one) => one === null)) return false
  const quotient = metric.mechanism.quotient(values as Amount[])
  if (!quotient) return false
  const sign = compareRatio(quotient[0], quotient[1], bound.lifted)
  return relation === 'at-least'
    ? sign >= 0
    : relation === 'at-most'
      ? sign <= 0
      : relation === 'above'
        ? sign > 0
        : sign < 0
}

/** The value nearest to `from` on the way to `to` at which the test holds; undefined when it does not hold at `to`. */
const nearest = (test: (value: Amount) => boolean, from: bigint, to: bigint): bigint | undefined => {
  if (!test(amount(to))) return undefined
  let fails = from
  let serves = to
  if (test(amount(from))) return from
  while (serves - fails > 1n || fails - serves > 1n) {
    const middle = (serves + fails) / 2n
    if (test(amount(middle))) serves = middle
    else fails = middle
  }
  return serves
}

const say = (dial: Dial, label: string, before: Amount | null, after: bigint, up: boolean): string => {
  const value = dial.read(amount(after))
  const named = label.replace(/^(?=\d)/, ' ')
  if (before === null)
    return up && after === 0n ? `补填${named}` : `补填${named}，且${up ? '不低于' : '不超过'} ${value}`
  const step = after - BigInt(before)
  const size = dial.read(amount(step < 0n ? -step : step))
  return `${label}${step < 0n ? '减少' : '再增加'} ${size}（达到 ${value}）`
}

const moveOf = (trace: Trace, dial: Dial, before: Amount | null, after: bigint, up: boolean): Move => {
  const { context } = trace
  const { column } = dial.input
  const value = column === ENTERED ? dayYearsBefore(context.facts, amount(after)) : dial.document(amount(after))
  const start = before === null ? (up ? 0n : BigInt(dial.limit(context))) : BigInt(before)
  return {
    id: `number:${column}`,
    kind: before === null ? 'supply' : dial.kind,
    sentence: say(dial, dial.input.label(context), before, after, up),
    changes: [{ path: dial.path(context), value }],
    amount: after > start ? after - start : start - after,
    apply: (facts) => dial.write(facts, amount(after)),
  }
}

/** A lever for every number that a metric of the standard reads. */
export const numberLevers = (definition: StandardDefinition): readonly Lever[] => {
  const edges = edgesOf(definition)
  const counted = new Set(
    (definition.score?.indicators ?? []).flatMap(({ scale }) => {
      const metric = scale.kind === 'points' ? definition.metrics[scale.metric] : undefined
      return metric?.kind === 'number' ? metric.inputs.map(({ column }) => column) : []
    }),
  )
  const users = new Map<string, { input: Input; metrics: Set<number> }>()
  definition.metrics.forEach((metric, position) => {
    if (metric.kind !== 'number') return
    for (const input of metric.inputs) {
      const found = users.get(input.column) ?? { input, metrics: new Set() }
      found.metrics.add(position)
      users.set(input.column, found)
    }
  })
  return [...users.values()].flatMap(({ input, metrics }): Lever[] => {
    const dial = dialOf(input)
    if (!dial) return []
    const moves = (trace: Trace): readonly Move[] => {
      const before = input.read(trace.context)
      if (before !== null && dial.direction === 'none') return []
      const limit = BigInt(dial.limit(trace.context))
      const found = new Map<string, Move>()
      const add = (after: bigint | undefined, up: boolean): void => {
        if (after === undefined || (before !== null && after === BigInt(before))) return
        found.set(`${after}:${up}`, moveOf(trace, dial, before, after, up))
      }
      // Points that someone else decides: any number of them may turn the score.
      if (before === null && counted.has(input.column))
        for (let points = 0n; points <= limit; points++) add(points, true)
      // A base of nothing leaves a rate without value; the least base gives it one.
      if (before === 0 && dial.direction === 'up') add(1n, true)
      for (const position of metrics) {
        const metric = definition.metrics[position] as NumberMetric
        for (const edge of edges[position] ?? []) {
          const test = (value: Amount): boolean => holds(trace, metric, input, value, edge)
          if (before === null) {
            add(nearest(test, 0n, limit), true)
            add(nearest(test, limit, 0n) ?? nearest(test, limit, 1n), false)
          } else if (!test(before)) {
            if (dial.direction === 'up' && limit > BigInt(before)) add(nearest(test, BigInt(before), limit), true)
            if (dial.direction === 'down')
              add(nearest(test, BigInt(before), 0n) ?? nearest(test, BigInt(before), 1n), false)
          }
        }
      }
      return [...found.values()].sort((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0))
    }
    return [{ id: `number:${input.column}`, touches: metrics, moves }]
  })
}
