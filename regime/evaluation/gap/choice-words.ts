import type { MoveKind } from './effort.ts'

/**
 * What changing a judged flag or a choice means in life. Where it rests on what the product is or how reviewers see it,
 * the words say so: writing another answer into the form changes nothing.
 */
export interface ChoiceWords {
  readonly path: string
  readonly kind: MoveKind
  /** The deed, where there is one; else the metric's name with the remark that it must be so in fact. */
  readonly deed?: string
}

const registration = (key: string, deed: string): ChoiceWords => ({
  path: `/enterprise/${key}`,
  kind: 'registration',
  deed,
})
const product = (key: string): ChoiceWords => ({ path: `/product/${key}`, kind: 'judgement' })
const management = (key: string, deed: string): ChoiceWords => ({
  path: `/management/${key}`,
  kind: 'management',
  deed,
})

/** By the metric's id. New or renewal is what the case is; it can be found out but not chosen. */
export const choiceWords: { readonly [id: string]: ChoiceWords } = {
  application: { path: '/application', kind: 'supply' },
  'registered-in-henan': registration('registeredInHenan', '迁入河南省内登记注册'),
  'independent-legal-person': registration('independentLegalPerson', '登记为具有独立法人资格的企业'),
  'abnormal-operation': registration('abnormalOperation', '消除列入情形，申请移出经营异常名录'),
  'serious-dishonesty': registration('seriousDishonesty', '完成信用修复，移出严重失信主体名单'),
  'prohibited-product': registration('prohibitedProduct', '不再提供国家禁止、限制或淘汰类的产品（服务）'),
  'strategic-emerging': product('strategicEmerging'),
  'key-field': product('keyField'),
  'chain-key-link': product('chainKeyLink'),
  'well-known': product('wellKnown'),
  'share-foremost': product('shareForemost'),
  'chain-role': product('chainRole'),
  'management-system-certified': management('managementSystemCertified', '取得相关管理体系认证'),
  'product-certified-abroad': management('productCertifiedAbroad', '产品通过发达国家和地区产品认证'),
  'competitive-own-brand': management(
    'competitiveOwnBrand',
    '培育直接面向市场并具有竞争优势的自主品牌（由审核人员认定）',
  ),
  'core-business-on-information-system': management(
    'coreBusinessOnInformationSystem',
    '至少 1 项核心业务采用信息系统支撑',
  ),
  'sound-governance': management('soundGovernance', '规范公司治理、树立良好信誉（由审核人员认定）'),
}
