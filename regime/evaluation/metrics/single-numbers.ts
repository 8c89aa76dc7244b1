import { type Input, platformScore, sectionNumber, yearsInMarket } from '../inputs.ts'
import { value } from '../mechanisms/value.ts'
import type { Unit } from '../metric.ts'
import { readDecimal } from '../reading-numbers.ts'
import type { MetricDefinition } from './definition.ts'

const MILLION = 1_000_000

const single = (id: string, name: string, unit: Unit, scale: number, input: Input): MetricDefinition => ({
  id,
  takes: [],
  bind: () => ({ kind: 'number', key: id, name, unit, mechanism: value(scale), inputs: [input] }),
})

/** 从事特定细分市场年限, full years to the end of Y−1. */
export const marketYears = single('years-in-market', '从事特定细分市场年限', '年', 1, yearsInMarket)

/** 主导产品细分市场占有率. Stored in millionths of a percent; thresholds are fractions. */
export const marketShare = single(
  'market-share',
  '主导产品细分市场占有率',
  '%',
  100 * MILLION,
  sectionNumber(
    'product',
    'marketShare',
    'market_share',
    '主导产品细分市场占有率',
    (share) => `${readDecimal(share)}%`,
  ),
)

/** 国内细分市场排名. */
export const marketRank = single(
  'market-rank',
  '主导产品国内细分市场排名',
  '名',
  1,
  sectionNumber('product', 'marketRank', 'market_rank', '主导产品国内细分市场排名', (rank) => `第 ${rank} 名`),
)

const levels = ['未入级', '一级', '二级', '三级', '四级'] as const

/** 数字化水平: the level the platform's own test gave, never computed here. */
export const digitalLevel = single(
  'digital-level',
  '数字化水平',
  '级',
  1,
  sectionNumber(
    'management',
    'digitalLevel',
    'digital_level',
    '数字化水平',
    (level) => levels[Number(level)] ?? `${level}`,
  ),
)

/** 地方特色指标: points the province decided. */
export const localFeaturePoints = single(
  'local-feature-points',
  '地方特色指标得分',
  '分',
  1,
  sectionNumber('localFeature', 'points', 'local_feature_points', '地方特色指标得分', (points) => `${points} 分`),
)

/** 专精特新发展评价得分 of a year, official results only. */
export const developmentScore: MetricDefinition = {
  id: 'platform-score',
  takes: ['year'],
  bind: ({ year = 0 }) => ({
    kind: 'number',
    key: `platform-score@${year}`,
    name: '中小企业专精特新发展评价得分',
    unit: '分',
    mechanism: value(MILLION),
    inputs: [platformScore(year)],
  }),
}
