import type { Context } from '../context.ts'
import type { EnterpriseFacts, Facts, ManagementFacts, ProductFacts } from '../facts.ts'
import type { ChoiceMetric } from '../metric.ts'
import type { MetricDefinition } from './definition.ts'

const yesNo = (value: string | boolean): string => (value === true ? '是' : '否')

const choice = (
  id: string,
  name: string,
  path: (context: Context) => string,
  read: ChoiceMetric['read'],
  { wording = yesNo, flag }: Partial<Pick<ChoiceMetric, 'wording' | 'flag'>> = {},
): MetricDefinition => ({
  id,
  takes: [],
  bind: () => ({
    kind: 'choice',
    key: id,
    name,
    column: id.replace(/-/g, '_'),
    path,
    read,
    wording,
    ...(flag ? { flag } : {}),
  }),
})

type Flags<T> = {
  readonly [K in keyof T as T[K] extends boolean | null ? K : never]?: readonly [id: string, name: string]
}

const flags = <S extends 'enterprise' | 'product' | 'management'>(
  section: S,
  named: Flags<NonNullable<Facts[S]>>,
): readonly MetricDefinition[] =>
  Object.entries<readonly [string, string] | undefined>(named).map(([key, [id, name] = ['', '']]) =>
    choice(
      id,
      name,
      ({ facts }) => (facts[section] === null ? `/${section}` : `/${section}/${key}`),
      ({ facts }) => ((facts[section] as { readonly [name: string]: unknown } | null)?.[key] as boolean | null) ?? null,
      { flag: { section, key } },
    ),
  )

const enterpriseFlags: Flags<EnterpriseFacts> = {
  registeredInHenan: ['registered-in-henan', '在河南省内工商注册登记'],
  independentLegalPerson: ['independent-legal-person', '具有独立法人资格'],
  abnormalOperation: ['abnormal-operation', '被列入经营异常名录'],
  seriousDishonesty: ['serious-dishonesty', '被列入严重失信主体名单'],
  prohibitedProduct: ['prohibited-product', '提供的产品（服务）属于国家禁止、限制或淘汰类'],
}

const productFlags: Flags<ProductFacts> = {
  strategicEmerging: ['strategic-emerging', '主导产品属于《战略性新兴产业分类》'],
  keyField: ['key-field', '主导产品属于规定的重点领域'],
  chainKeyLink: ['chain-key-link', '位于产业链关键环节，发挥“补短板”“锻长板”“填空白”等重要作用'],
  wellKnown: ['well-known', '享有较高知名度和影响力'],
  shareForemost: ['share-foremost', '细分市场占有率较为靠前'],
}

const managementFlags: Flags<ManagementFacts> = {
  managementSystemCertified: ['management-system-certified', '取得相关管理体系认证'],
  productCertifiedAbroad: ['product-certified-abroad', '产品通过发达国家和地区产品认证'],
  competitiveOwnBrand: ['competitive-own-brand', '拥有直接面向市场并具有竞争优势的自主品牌'],
  coreBusinessOnInformationSystem: ['core-business-on-information-system', '至少 1 项核心业务采用信息系统支撑'],
  soundGovernance: ['sound-governance', '公司治理规范、信誉良好'],
}

const roles: { readonly [value: string]: string } = {
  'gap-filling': '在产业链关键环节及关键领域“补短板”“锻长板”“填空白”取得实际成效',
  'six-bases-or-leader-supplier': '属于工业“六基”领域、中华老字号名录，或服务关键产业链重点龙头企业',
  none: '均不属于',
}

/** Everything a person judged or that has a few named values. */
export const choices: readonly MetricDefinition[] = [
  ...flags('enterprise', enterpriseFlags),
  ...flags('product', productFlags),
  ...flags('management', managementFlags),
  choice(
    'chain-role',
    '主导产品所属领域情况',
    ({ facts }) => (facts.product === null ? '/product' : '/product/chainRole'),
    ({ facts }) => facts.product?.chainRole ?? null,
    { wording: (value) => roles[String(value)] ?? String(value) },
  ),
  choice(
    'application',
    '申请类型',
    () => '/application',
    ({ facts }) => facts.application,
    { wording: (value) => (value === 'renewal' ? '复核' : '新申请') },
  ),
]
