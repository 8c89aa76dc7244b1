import type { Field } from './field.ts'

const of =
  (section: string) =>
  (name: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field =>
    Object.freeze({ path: `/${section}/${name}`, label, kind, ...more })

const product = of('product')
const management = of('management')

/** 产品与市场. */
export const productFields = Object.freeze([
  Object.freeze({ path: '/about/mainProduct', label: '主导产品', kind: 'text', formOnly: true }),
  product('strategicEmerging', '属于《战略性新兴产业分类》', 'flag'),
  Object.freeze({ path: '/about/fieldStatement', label: '所属领域说明', kind: 'text', formOnly: true, longest: 500 }),
  product('chainRole', '在产业链中的作用', 'choice', {
    choices: {
      'gap-filling': '补短板、锻长板或填空白，取得实际成效',
      'six-bases-or-leader-supplier': '属于工业“六基”、中华老字号，或为重点龙头企业配套',
      none: '均不属于',
    },
  }),
  product('keyField', '属于重点领域', 'flag'),
  product('chainKeyLink', '位于产业链关键环节', 'flag'),
  product('marketShare', '全国细分市场占有率（%）', 'percent'),
  product('marketRank', '国内排名', 'rank'),
  product('wellKnown', '享有较高知名度和影响力', 'flag'),
  product('shareForemost', '市场占有率较为靠前', 'flag'),
] as const satisfies readonly Field[])

/** 管理. */
export const managementFields = Object.freeze([
  management('soundGovernance', '公司治理规范', 'flag'),
  management('qualitySystemCertified', '建立质量管理体系并获得认证', 'flag'),
  management('managementSystemCertified', '获得其他管理体系认证', 'flag'),
  management('provincialQualityAward', '获得省级以上质量奖', 'flag'),
  management('productCertifiedAbroad', '产品获得发达国家或地区认证', 'flag'),
  management('ownBrand', '拥有自主品牌', 'flag'),
  management('competitiveOwnBrand', '自主品牌具有竞争力', 'flag'),
  management('standardsSetting', '参与制修订标准', 'flag'),
  management('coreBusinessOnInformationSystem', '核心业务采用信息系统支撑', 'flag'),
  management('digitalLevel', '数字化水平等级（0–4）', 'level', { hint: '以平台评测结果为准，未达一级填 0。' }),
] as const satisfies readonly Field[])
