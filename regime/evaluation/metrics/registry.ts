import { choices } from './choices.ts'
import type { MetricDefinition } from './definition.ts'
import { mainRevenueGrowth, mainRevenueMeanGrowth, revenueCompoundGrowth } from './growth-rates.ts'
import { debtRatio, mainBusinessShare, netProfitMargin, rdIntensity, rdStaffShare } from './shares.ts'
import {
  developmentScore,
  digitalLevel,
  localFeaturePoints,
  marketRank,
  marketShare,
  marketYears,
} from './single-numbers.ts'
import { smeSize } from './sme-size.ts'
import {
  awardsCount,
  contestCount,
  financingSum,
  honoursCount,
  incidentsCount,
  institutionsCount,
  qualityMeasuresCount,
  rightsCount,
  titlesCount,
} from './tallies.ts'
import { rdExpense, rdExpenseMean, rdExpenseTotal, revenue } from './yearly-amounts.ts'

const all: readonly MetricDefinition[] = [
  revenue,
  rdExpense,
  rdExpenseTotal,
  rdExpenseMean,
  rdIntensity,
  mainBusinessShare,
  netProfitMargin,
  debtRatio,
  rdStaffShare,
  mainRevenueGrowth,
  mainRevenueMeanGrowth,
  revenueCompoundGrowth,
  marketYears,
  marketShare,
  marketRank,
  digitalLevel,
  localFeaturePoints,
  developmentScore,
  rightsCount,
  awardsCount,
  honoursCount,
  titlesCount,
  institutionsCount,
  financingSum,
  contestCount,
  incidentsCount,
  qualityMeasuresCount,
  smeSize,
  ...choices,
]

/** Every metric a standard can name, by id. */
export const metrics: ReadonlyMap<string, MetricDefinition> = new Map(all.map((metric) => [metric.id, metric]))
