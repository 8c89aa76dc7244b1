// Audited years around the edges of amounts, shares and growth.
import { yearOf } from './day.ts'
import type { ReferenceStandard } from './evaluate.ts'
import type { Temper } from './generate.ts'
import { veil } from './generate.ts'
import type { Random } from './random.ts'
import { rowOf } from './size.ts'

type Json = Record<string, unknown>

/** 分 in one 万元. */
const FEN = 1_000_000n

/** 分 as 万元 text, sometimes with needless zeros. */
const wan = (random: Random, fen: bigint): string => {
  const sign = fen < 0n ? '-' : ''
  const size = fen < 0n ? -fen : fen
  const tail = String(size % FEN).padStart(6, '0')
  const short = random.chance(0.05) ? tail : tail.replace(/0+$/, '')
  return `${sign}${size / FEN}${short === '' ? '' : `.${short}`}`
}

/** Mostly nothing, otherwise one 分 to either side. */
const nudge = (random: Random): bigint => random.pick([0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 1n, -1n])

/** part of whole in percent, rounded to 分 below or above where it isn't one exactly. */
const portion = (random: Random, whole: bigint, percent: number): bigint => {
  const hundredfold = whole * BigInt(percent)
  const exact = hundredfold % 100n === 0n
  return hundredfold / 100n + (exact || random.chance(0.5) ? 0n : 1n)
}

/** Revenue edges of the standards and of SME size, 万元. */
const revenueEdges = [
  ...[1000, 1500, 5000, 10_000, 6250, 3000, 12_000, 900, 50],
  ...[20_000, 30_000, 40_000, 80_000, 100_000, 200_000],
]
const researchEdges = [100, 200, 300, 400, 500, 600, 1000, 1200, 1500, 2000, 3000]

const helpingRevenue: Record<ReferenceStandard, readonly number[]> = {
  'miit-2022-63/innovative': revenueEdges,
  'miit-2022-63/specialised': [1000, 3000, 5000, 6250],
  'miit-2022-63/little-giant': [5000, 10_000, 12_000, 20_000],
  'miit-2026-2/specialised': [1500, 3000, 5000, 10_000],
  'miit-2026-2/little-giant': [5000, 10_000, 12_000, 20_000, 40_000],
  'henan-2023-131/eligibility': revenueEdges,
}

interface Shares {
  readonly research: readonly number[]
  readonly main: readonly number[]
  readonly debt: readonly number[]
  readonly profit: readonly number[]
}

// Percentages on the edges of bands and thresholds: those that help under each standard, and all of them.
const helping: Record<ReferenceStandard, Shares> = {
  'miit-2022-63/innovative': { research: [2, 3, 5], main: [55, 60, 70], debt: [55, 60, 75], profit: [8] },
  'miit-2022-63/specialised': { research: [3, 4, 6, 8, 10], main: [70, 80], debt: [50, 60], profit: [6, 8, 10] },
  'miit-2022-63/little-giant': { research: [3, 6, 6], main: [70, 80], debt: [70, 60], profit: [8] },
  'miit-2026-2/specialised': { research: [3, 4], main: [80, 90], debt: [80, 75], profit: [8] },
  'miit-2026-2/little-giant': { research: [3, 6, 8, 12], main: [90, 100], debt: [75, 60], profit: [8] },
  'henan-2023-131/eligibility': { research: [3], main: [80], debt: [60], profit: [8] },
}
const edges: Shares = {
  research: [0, 1, 2, 3, 4, 5, 6, 8, 10],
  main: [50, 55, 60, 70, 80, 90, 100],
  debt: [50, 55, 60, 70, 75, 80],
  profit: [-5, 0, 2, 4, 6, 8, 10],
}

/** A base that keeps every edge of growth and share exact to 分: a multiple of 277.2 万元. */
const roundBase = (random: Random): bigint => BigInt(random.pick([1, 2, 3, 4, 10, 17, 19, 37, 60])) * 10_000n * 27_720n

/** Three years of main revenue with edge growth, and revenue by an edge share of it; newest first. */
const byGrowth = (random: Random, temper: Temper, main: () => number) => {
  const mean = random.pick(random.chance(temper.good) ? [5, 6, 8, 10, 15] : [-1, 0, 4, 5, 6, 8, 10])
  const before = random.pick([-10, 0, 4, 5, 10, 15, 20])
  const base = roundBase(random)
  const middle = portion(random, base, 100 + before)
  const last = portion(random, middle, 100 + 2 * mean - before)
  const mains = [last + nudge(random), middle + nudge(random), base + nudge(random)]
  return mains.map((value) => ({ main: value, revenue: (value * 100n) / BigInt(main()) + nudge(random) }))
}

/** Three years of revenue on edge amounts, compound growth on its edge, and an edge share of it as main revenue. */
const byAmount = (random: Random, temper: Temper, main: () => number) => {
  const amounts = random.chance(temper.good) ? helpingRevenue[temper.standard] : revenueEdges
  const revenue = BigInt(random.pick(amounts)) * FEN + nudge(random)
  const growth = random.pick(random.chance(temper.good) ? [110, 115, 105, 120] : [100, 105, 110, 115, 95])
  const before = (revenue * 100n) / BigInt(growth) + nudge(random)
  const first = random.chance(0.5)
    ? (revenue * 10_000n) / 11_025n + random.pick([-1n, 0n, 1n])
    : portion(random, before, 95)
  return [revenue, before, first].map((value) => ({
    main: portion(random, value, main()) + nudge(random),
    revenue: value,
  }))
}

// Firms one head to either side of the bounds of 大型.
const headEdges = [200, 300, 1000, 2000, 100, 20, 0, 120, 50]

const oneMoreOrLess = (random: Random, count: number): number => Math.max(0, count + random.pick([0, 0, 1, -1]))

const people = (random: Random, temper: Temper) => {
  const employees = oneMoreOrLess(random, random.pick(headEdges))
  const share = random.pick(random.chance(temper.good) ? [20, 10, 50] : [0, 5, 10, 20, 50])
  return { employees, rdStaff: oneMoreOrLess(random, Math.floor((employees * share) / 100)) }
}

/** One year's numbers, in 分 and heads. */
interface Row {
  revenue: bigint
  main: bigint
  research: bigint
  assets: bigint
  employees: number
  rdStaff: number
}

/** On or just beside an amount of 万元. */
const beside = (random: Random, amount: number | string): bigint =>
  BigInt(amount) * FEN + random.pick([0n, 0n, 1n, -1n])

/** For eligibility: last year beside all bounds of 大型 of the enterprise's own row. */
const besideSize = (random: Random, last: Row, code: string): void => {
  const row = rowOf(code)
  if (row?.X !== undefined) last.employees = oneMoreOrLess(random, Number(row.X))
  if (row?.Y !== undefined) last.revenue = beside(random, row.Y)
  if (row?.Z !== undefined) last.assets = beside(random, row.Z)
}

/** Where a standard asks several amounts at once, years that meet them all closely. */
const besideAmounts = (random: Random, standard: ReferenceStandard, last: Row, before: Row): void => {
  const revenues = (...amounts: number[]) => {
    for (const row of [last, before]) row.revenue = beside(random, random.pick(amounts))
  }
  if (standard === 'miit-2022-63/little-giant') {
    revenues(5000, 5000, 10_000)
    if (random.chance(0.5)) {
      for (const row of [last, before]) row.research = portion(random, row.revenue, random.pick([3, 6, 6]))
    } else {
      last.research = beside(random, 1500)
      before.research = beside(random, 1500)
      last.employees = 100
      last.rdStaff = oneMoreOrLess(random, 50)
    }
  }
  if (standard === 'miit-2026-2/specialised') {
    revenues(1500, 3000)
    for (const row of [last, before]) row.research = beside(random, 100)
  }
  if (standard === 'miit-2026-2/little-giant') {
    revenues(5000, 20_000)
    for (const row of [last, before]) row.research = beside(random, 600)
  }
  for (const row of [last, before]) row.main = portion(random, row.revenue, random.pick([80, 90, 100]))
}

/** The years Y−1 … Y−3 (sometimes more, sometimes fewer, in any order) of an enterprise with this industry code. */
export const generateYears = (random: Random, temper: Temper, asOf: string, industry: string): Json[] => {
  const choose = (which: keyof Shares) =>
    random.pick(random.chance(temper.good) ? helping[temper.standard][which] : edges[which])
  const main = () => choose('main')
  const incomes = random.chance(0.5) ? byGrowth(random, temper, main) : byAmount(random, temper, main)
  const rows = incomes.map(
    (income): Row => ({
      ...income,
      research: random.chance(0.35 - 0.3 * temper.good)
        ? beside(random, random.pick(researchEdges))
        : portion(random, income.revenue, choose('research')) + nudge(random),
      assets: BigInt(random.pick([9000, 1000, 20_000])) * FEN,
      ...people(random, temper),
    }),
  )
  const [last, before] = rows as [Row, Row, Row]
  if (temper.standard === 'henan-2023-131/eligibility') besideSize(random, last, industry)
  else if (random.chance(0.3)) besideAmounts(random, temper.standard, last, before)
  const orZero = (fen: bigint): bigint => (random.chance(0.01) || fen < 0n ? 0n : fen)
  const years = rows.map((row, back) =>
    veil(
      random,
      temper,
      {
        year: yearOf(asOf) - 1 - back,
        revenue: wan(random, orZero(row.revenue)),
        mainRevenue: wan(random, orZero(row.main)),
        netProfit: wan(random, portion(random, row.revenue, choose('profit')) + nudge(random)),
        rdExpense: wan(random, orZero(row.research)),
        totalAssets: wan(random, orZero(row.assets)),
        totalLiabilities: wan(random, orZero(portion(random, row.assets, choose('debt')) + nudge(random))),
        employees: row.employees,
        rdStaff: row.rdStaff,
      },
      ['year'],
    ),
  )
  if (random.chance(0.1)) years.push({ year: yearOf(asOf), revenue: '1', mainRevenue: '1', rdExpense: '1' })
  if (random.chance(0.1)) years.push({ year: yearOf(asOf) - 4, revenue: '1', employees: 1 })
  const listed = years.filter(() => !random.chance(temper.unknown / 3))
  if (random.chance(0.2)) listed.reverse()
  return listed
}
