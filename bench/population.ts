import type { Cells } from '../regime/evaluation/plan/cells.ts'
import type { Plan } from '../regime/evaluation/plan/plan.ts'

/** A seeded source of numbers in [0, 1): the same enterprises on every machine. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WAN = 1_000_000

/**
 * Columns of invented enterprises of ordinary sizes, every share spread over all bands, one in twenty exactly on an edge
 * and one fact in a hundred unknown; written cell by cell, so that millions need no facts objects.
 */
export const inventCells = (plan: Plan, random: () => number): Cells => {
  const revenue = Math.floor((200 + 20_000 * random() ** 2) * WAN)
  const edge = random() < 0.05
  const share = (whole: number, most: number): number =>
    edge ? Math.floor(whole / 100) * Math.floor(most * 100 * random()) : Math.floor(whole * most * random())
  const main = share(revenue, 1)
  const amounts: { readonly [name: string]: () => number } = {
    revenue: () => revenue,
    mainRevenue: () => main,
    netProfit: () => Math.floor(share(revenue, 0.2) - revenue * 0.03),
    rdExpense: () => share(revenue, 0.09),
    totalAssets: () => revenue,
    totalLiabilities: () => share(revenue, 1),
    employees: () => 20 + Math.floor(1000 * random()),
    rdStaff: () => Math.floor(120 * random()),
    years_in_market: () => Math.floor(14 * random()),
    digital_level: () => Math.floor(5 * random()),
    local_feature_points: () => Math.floor(16 * random()),
    market_share: () => Math.floor(30 * WAN * random()),
    market_rank: () => 1 + Math.floor(8 * random()),
    platform_score: () => Math.floor(100 * WAN * random()),
  }
  let low = 0
  const cellOf = ({ name, source }: Plan['columns'][number]): number | null => {
    switch (source.kind) {
      case 'input': {
        if (random() < 0.01) return null
        const [, figure = '', back] = /^(.*?)(?:_(\d))?$/.exec(name) ?? []
        const amount = (amounts[figure] ?? (() => Math.floor(100 * random())))()
        // Earlier years of what grows: some percent less or more.
        const grown = back === undefined || back === '1' || back === '0' ? 1 : 0.8 + 0.3 * random()
        return Math.floor(amount * grown)
      }
      case 'low':
        if (source.counts) low = random() < 0.3 ? Math.floor(4 * random()) : 0
        else low = random() < 0.05 ? Math.floor(9000 * WAN * random()) : 0
        return low
      case 'high':
        return random() < 0.05 ? low + (source.counts ? 1 : 1000 * WAN) : low
      case 'choice':
        return random() < 0.02 ? 0 : 1 + Math.floor((source.values.length + 1) * random())
      case 'verdict':
        return Math.floor(3 * random())
    }
  }
  return plan.columns.map(cellOf)
}
