import { yearAmount } from '../inputs.ts'
import { compoundGrowth } from '../mechanisms/compound-growth.ts'
import { growth } from '../mechanisms/growth.ts'
import { meanGrowth } from '../mechanisms/mean-growth.ts'
import type { MetricDefinition } from './definition.ts'

/** 上年度主营业务收入增长率: Y−1 against Y−2. */
export const mainRevenueGrowth: MetricDefinition = {
  id: 'main-revenue-growth',
  takes: [],
  bind: () => ({
    kind: 'number',
    key: 'main-revenue-growth',
    name: '上年度主营业务收入增长率',
    unit: '%',
    mechanism: growth,
    inputs: [yearAmount('mainRevenue', 1), yearAmount('mainRevenue', 2)],
  }),
}

/** 近2年主营业务收入平均增长率: mean of the rates of Y−1 and Y−2, so it needs Y−3. */
export const mainRevenueMeanGrowth: MetricDefinition = {
  id: 'main-revenue-mean-growth',
  takes: [],
  bind: () => ({
    kind: 'number',
    key: 'main-revenue-mean-growth',
    name: '近 2 年主营业务收入平均增长率',
    unit: '%',
    mechanism: meanGrowth,
    inputs: [yearAmount('mainRevenue', 1), yearAmount('mainRevenue', 2), yearAmount('mainRevenue', 3)],
  }),
}

/** 近两年营业收入复合增长率: Y−1 against Y−3. */
export const revenueCompoundGrowth: MetricDefinition = {
  id: 'revenue-compound-growth',
  takes: [],
  bind: () => ({
    kind: 'number',
    key: 'revenue-compound-growth',
    name: '近两年营业收入复合增长率',
    unit: '%',
    mechanism: compoundGrowth,
    inputs: [yearAmount('revenue', 1), yearAmount('revenue', 3)],
  }),
}
