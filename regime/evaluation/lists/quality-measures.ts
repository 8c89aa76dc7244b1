import type { Context } from '../context.ts'
import type { ManagementFacts } from '../facts.ts'
import { verdictOf } from '../kleene.ts'
import type { ListFamily, Reason } from './list.ts'

interface Measure {
  readonly key: keyof ManagementFacts & string
  readonly name: string
}

// 附件2 质量管理水平 ①–④.
const measures: readonly Measure[] = [
  { key: 'provincialQualityAward', name: '获得省级以上质量奖荣誉' },
  { key: 'qualitySystemCertified', name: '建立质量管理体系并获得 ISO9001 等质量管理体系认证证书' },
  { key: 'ownBrand', name: '拥有自主品牌' },
  { key: 'standardsSetting', name: '参与制修订标准' },
]

/** 质量管理水平: four measures, each in place or not. */
export const qualityMeasures: ListFamily = {
  id: 'quality-measures',
  nameOfList: '质量管理情况',
  path: () => '/management',
  entryPath: () => '/management',
  read: ({ facts }) => (facts.management === null ? null : measures),
  nameOf: ({ name }: Measure) => name,
}

export const qualityMeasureReasons: readonly Reason[] = [
  {
    id: 'in-place',
    judge: ({ key }: Measure, { facts }: Context) => verdictOf((facts.management?.[key] ?? null) as boolean | null),
    sentence: (_entry, _context, verdict) => ({ met: '具备', unmet: '不具备', undetermined: '未填' })[verdict],
    missing: ({ key }: Measure, { facts }: Context) => ((facts.management?.[key] ?? null) === null ? [`/${key}`] : []),
  },
]
