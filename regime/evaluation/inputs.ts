import type { Amount } from '../kernel/fraction.ts'
import { readMoney } from '../kernel/money.ts'
import { newYear, stampOf } from './anniversary.ts'
import type { Context } from './context.ts'
import type { YearFacts } from './facts.ts'
import { readDecimal } from './reading-numbers.ts'

/** One number a metric is computed from: where it comes from and what it is called. */
export interface Input {
  /** Stable name of the column, the same in the flat kernel and in SQL: `revenue_1` is Y−1's. */
  readonly column: string
  /** Of yearly figures: which one, of how many years before the year of application. */
  readonly figure?: { readonly key: YearAmount; readonly back: number }
  /** What it is called in the year of the case: 2023 年营业收入总额. */
  label(context: Context): string
  /** What the enterprise has to give for it, where that is called otherwise. */
  readonly given?: string
  /** The known value, or null. */
  read(context: Context): Amount | null
  /** Path of the fact, as the contract writes it. */
  path(context: Context): string
  /** The value for reading, with its unit. */
  text(value: Amount, context: Context): string
}

export type YearAmount = Exclude<keyof YearFacts, 'year'>

/** Names of the yearly figures as the audited statements and the application form have them. */
export const yearAmountNames: { readonly [K in YearAmount]: string } = {
  revenue: '营业收入总额',
  mainRevenue: '主营业务收入总额',
  netProfit: '净利润总额',
  rdExpense: '研发费用总额',
  totalAssets: '资产总额',
  totalLiabilities: '负债总额',
  employees: '职工总数',
  rdStaff: '研发人员数',
}

const STOCKS: ReadonlySet<YearAmount> = new Set(['totalAssets', 'totalLiabilities', 'employees', 'rdStaff'])
const PERSONS: ReadonlySet<YearAmount> = new Set(['employees', 'rdStaff'])

/** What a figure of a fiscal year is called: 2023 年末资产总额. */
export const nameOfYearAmount = (key: YearAmount, year: number | string): string =>
  `${year} 年${STOCKS.has(key) ? '末' : ''}${yearAmountNames[key]}`

/** A figure of the fiscal year `back` years before the year of application (1: 上年度). */
export const yearAmount = (key: YearAmount, back: number): Input => ({
  column: `${key}_${back}`,
  figure: { key, back },
  label: ({ year }) => nameOfYearAmount(key, year - back),
  read: (context) => context.back[back]?.[key] ?? null,
  path: ({ facts, year }) => (facts.years === null ? '/years' : `/years/${year - back}/${key}`),
  text: (value) => (PERSONS.has(key) ? `${value} 人` : readMoney(value)),
})

/** Full years in the niche market to the end of 31 December Y−1, the first day counted. */
export const yearsInMarket: Input = {
  column: 'years_in_market',
  label: ({ year }) => `截至 ${year - 1} 年末从事特定细分市场`,
  given: '进入特定细分市场的日期',
  read: ({ facts, year }) => {
    const entered = facts.enterprise?.marketEnteredOn ?? null
    if (entered === null) return null
    const stamp = stampOf(entered)
    const begun = Math.floor(stamp / 10_000)
    return Math.max(0, newYear(begun) === stamp ? year - begun : year - begun - 1)
  },
  path: ({ facts }) => (facts.enterprise === null ? '/enterprise' : '/enterprise/marketEnteredOn'),
  text: (value, { facts }) => `${value} 年（${facts.enterprise?.marketEnteredOn} 起）`,
}

/** A number of the section `product`, `management` or `localFeature`. */
export const sectionNumber = <S extends 'product' | 'management' | 'localFeature'>(
  section: S,
  key: NumberKeys<S> & string,
  column: string,
  name: string,
  text: (value: Amount) => string,
): Input => ({
  column,
  label: () => name,
  read: ({ facts }) => {
    const value = facts[section]?.[key as never] as unknown
    return typeof value === 'number' ? value : null
  },
  path: ({ facts }) => (facts[section] === null ? `/${section}` : `/${section}/${key}`),
  text,
})

type Sections = {
  product: 'marketShare' | 'marketRank'
  management: 'digitalLevel'
  localFeature: 'points'
}
type NumberKeys<S extends keyof Sections> = Sections[S]

/** 专精特新发展评价得分 of the year `back` years before the year of application (0: 本年度). */
export const platformScore = (back: number): Input => ({
  column: `platform_score_${back}`,
  label: ({ year }) => `${year - back} 年度专精特新发展评价得分`,
  read: ({ facts, year }) => facts.platformScores?.find((entry) => entry.year === year - back)?.score ?? null,
  path: ({ facts, year }) => (facts.platformScores === null ? '/platformScores' : `/platformScores/${year - back}`),
  text: (value) => `${readDecimal(value)} 分`,
})
