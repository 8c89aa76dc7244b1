import { type Amount, amount } from '../../kernel/fraction.ts'
import { moneyText, readMoney } from '../../kernel/money.ts'
import type { Context } from '../context.ts'
import type { Facts, YearFacts } from '../facts.ts'
import { type Input, type YearAmount, yearAmount } from '../inputs.ts'
import { readDecimal } from '../reading-numbers.ts'
import type { MoveKind } from './effort.ts'

/** A number that can be pulled one way once known, and found out while unknown. */
export interface Dial {
  readonly input: Input
  readonly kind: MoveKind
  /** How a known value may move; `none` is history or not the enterprise's to change. */
  readonly direction: 'up' | 'down' | 'none'
  /** Path of the fact in a document, even where its whole section is unknown. */
  path(context: Context): string
  /** Least and greatest sensible value: main revenue is part of revenue. */
  readonly least: Amount
  limit(context: Context): Amount
  write(facts: Facts, value: Amount): Facts
  /** The value as a facts document writes it. */
  document(value: Amount, facts: Facts): unknown
  /** The value for reading. */
  read(value: Amount): string
  /** The pull in words: 再增加 12.35 万元（到 50.05 万元）. */
  pull(before: Amount, after: Amount): string
}

const FAR = Number.MAX_SAFE_INTEGER
const MILLION = 1_000_000
const PERSONS: ReadonlySet<YearAmount> = new Set(['employees', 'rdStaff'])

const difference = (a: Amount, b: Amount): Amount => {
  const step = BigInt(a) - BigInt(b)
  return amount(step < 0n ? -step : step)
}

const pulled =
  (read: (value: Amount) => string, remark = '') =>
  (before: Amount, after: Amount): string =>
    `${after < before ? '减少' : '再增加'} ${read(difference(after, before))}（到 ${read(after)}${remark}）`

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

const yearOfApplication = ({ asOf }: Facts): number => Number(asOf.slice(0, 4))

/** Facts with one figure of the fiscal year `back` years before the year of application changed. */
export const withYearAmount = (facts: Facts, key: YearAmount, back: number, value: Amount): Facts => {
  const year = yearOfApplication(facts) - back
  const years = facts.years ?? []
  const listed = years.some((entry) => entry.year === year) ? years : [...years, emptyYear(year)]
  return { ...facts, years: listed.map((entry) => (entry.year === year ? { ...entry, [key]: value } : entry)) }
}

interface YearDial {
  readonly within?: YearAmount
  /** What stays as it is while this moves, in words. */
  readonly remark?: string
  readonly least?: number
}

const yearDial = (
  key: YearAmount,
  back: number,
  kind: MoveKind,
  direction: Dial['direction'],
  { within, remark = '', least = 0 }: YearDial = {},
): Dial => {
  const read = (value: Amount): string => (PERSONS.has(key) ? `${value} 人` : readMoney(value))
  return {
    input: yearAmount(key, back),
    path: ({ year }) => `/years/${year - back}/${key}`,
    kind,
    direction,
    least,
    limit: ({ back: listed }) => (within ? (listed[back]?.[within] ?? FAR) : FAR),
    write: (facts, value) => withYearAmount(facts, key, back, value),
    document: (value) => (PERSONS.has(key) ? Number(value) : moneyText(value)),
    read,
    pull: pulled(read, remark),
  }
}

const sectionDial = (
  input: Input,
  section: 'product' | 'management' | 'localFeature',
  key: string,
  kind: MoveKind,
  direction: Dial['direction'],
  [least, most]: readonly [least: number, most: number],
  words: Pick<Dial, 'read' | 'pull'> & { readonly percent?: true },
): Dial => ({
  ...words,
  input,
  path: () => `/${section}/${key}`,
  kind,
  direction,
  least,
  limit: () => most,
  write: (facts, value) => ({ ...facts, [section]: { ...(facts[section] ?? {}), [key]: Number(value) } }) as Facts,
  document: (value) => (words.percent ? readDecimal(value) : Number(value)),
})

const readPercents = (value: Amount): string => `${readDecimal(value)}%`
const readRank = (value: Amount): string => `第 ${value} 名`
const levels = ['未入级', '一级', '二级', '三级', '四级'] as const
const readLevel = (value: Amount): string => levels[Number(value)] ?? `${value}`
const readPoints = (value: Amount): string => `${readDecimal(value)} 分`

const scoreDial = (input: Input, back: number): Dial => ({
  input,
  path: ({ year }) => `/platformScores/${year - back}`,
  kind: 'platform-score',
  direction: back === 0 ? 'up' : 'none',
  least: 0,
  limit: () => 100 * MILLION,
  write: (facts, value) => {
    const year = yearOfApplication(facts) - back
    const others = (facts.platformScores ?? []).filter((entry) => entry.year !== year)
    return { ...facts, platformScores: [...others, { year, score: Number(value) }] }
  },
  document: (value) => readDecimal(value),
  read: readPoints,
  pull: pulled(readPoints, '，以培育平台公布的为准'),
})

const newYearBefore = (facts: Facts, years: Amount): string =>
  `${String(yearOfApplication(facts) - Number(years)).padStart(4, '0')}-01-01`

/** Years in the market only pass: unknown they can be found out, known they are what they are. */
const entered = (input: Input): Dial => ({
  input,
  path: () => '/enterprise/marketEnteredOn',
  kind: 'supply',
  direction: 'none',
  least: 0,
  limit: () => 200,
  write: (facts, value) =>
    ({ ...facts, enterprise: { ...(facts.enterprise ?? {}), marketEnteredOn: newYearBefore(facts, value) } }) as Facts,
  document: (value, facts) => newYearBefore(facts, value),
  read: (value) => `${value} 年`,
  pull: pulled((value) => `${value} 年`),
})

/** The dial of an input; undefined where the engine knows no way to change or state it. */
export const dialOf = (input: Input): Dial | undefined => {
  const [name = '', suffix = ''] = input.column.split(/_(?=\d+$)/)
  const back = Number(suffix)
  switch (name) {
    case 'revenue':
      return yearDial('revenue', back, 'revenue', back === 1 ? 'up' : 'none')
    case 'mainRevenue':
      return yearDial('mainRevenue', back, 'revenue', back === 1 ? 'up' : 'none', {
        within: 'revenue',
        remark: '，营业收入总额不变',
      })
    case 'netProfit':
      return yearDial('netProfit', back, 'profit', 'up', { least: -FAR })
    case 'rdExpense':
      return yearDial('rdExpense', back, 'research-expense', 'up')
    case 'totalLiabilities':
      return yearDial('totalLiabilities', back, 'liabilities', 'down', { remark: '，资产总额不变' })
    case 'totalAssets':
      return yearDial('totalAssets', back, 'supply', 'none')
    case 'employees':
      return yearDial('employees', back, 'supply', 'none')
    case 'rdStaff':
      return yearDial('rdStaff', back, 'staff', 'up', { within: 'employees', remark: '，职工总数不变' })
    case 'market_share':
      return sectionDial(input, 'product', 'marketShare', 'market', 'up', [0, 100 * MILLION], {
        percent: true,
        read: readPercents,
        pull: (before, after) => `提高 ${readDecimal(difference(after, before))} 个百分点（到 ${readPercents(after)}）`,
      })
    case 'market_rank':
      return sectionDial(input, 'product', 'marketRank', 'market', 'down', [1, 1_000], {
        read: readRank,
        pull: (before, after) => `提高 ${difference(after, before)} 位（到${readRank(after)}）`,
      })
    case 'digital_level':
      return sectionDial(input, 'management', 'digitalLevel', 'management', 'up', [0, 4], {
        read: readLevel,
        pull: (before, after) => `由${readLevel(before)}提高到${readLevel(after)}（以培育平台评测为准）`,
      })
    case 'local_feature_points':
      return sectionDial(input, 'localFeature', 'points', 'supply', 'none', [0, 15], {
        read: (value) => `${value} 分`,
        pull: pulled((value) => `${value} 分`),
      })
    case 'platform_score':
      return scoreDial(input, back)
    case 'years_in_market':
      return entered(input)
    default:
      return undefined
  }
}
