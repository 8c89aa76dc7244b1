import { stampOf } from '../anniversary.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import type { HonourFacts, honourKinds, TitleFacts, titleTiers } from '../facts.ts'
import { both } from '../kleene.ts'
import type { ListFamily, Reason } from './list.ts'
import { kindReason } from './reasons.ts'

type Interval = Pick<HonourFacts, 'validFrom' | 'validTo'>

const from = ({ validFrom }: Interval, { asOf }: Context): Verdict =>
  validFrom === null ? 'undetermined' : stampOf(validFrom) <= asOf ? 'met' : 'unmet'

const to = ({ validTo }: Interval, { asOf }: Context): Verdict =>
  validTo === null ? 'undetermined' : stampOf(validTo) >= asOf ? 'met' : 'unmet'

/** 有效期内: validFrom ≤ asOf ≤ validTo. */
const valid: Reason = {
  id: 'valid',
  judge: (entry: Interval, context) => both(from(entry, context), to(entry, context)),
  sentence: (entry: Interval, { facts }, verdict) => {
    const span = `${entry.validFrom ?? '起始日未填'} 至 ${entry.validTo ?? '终止日未填'}`
    if (verdict === 'undetermined') return `有效期（${span}）不全，不知 ${facts.asOf} 是否有效`
    return verdict === 'met' ? `${facts.asOf} 在有效期内（${span}）` : `${facts.asOf} 不在有效期内（${span}）`
  },
  missing: (entry: Interval, context) => [
    ...(from(entry, context) === 'undetermined' ? ['/validFrom'] : []),
    ...(to(entry, context) === 'undetermined' ? ['/validTo'] : []),
  ],
}

/** What each honour is called. */
export const honourNames: { readonly [K in (typeof honourKinds)[number]]: string } = {
  'high-tech-enterprise': '高新技术企业',
  'national-innovation-demonstration': '国家级技术创新示范企业',
  'ip-advantage': '知识产权优势企业',
  'ip-demonstration': '知识产权示范企业',
}

/** 荣誉. */
export const honours: ListFamily = {
  id: 'honours',
  nameOfList: '荣誉',
  path: () => '/honours',
  read: ({ facts }) => facts.honours,
  nameOf: ({ kind }: HonourFacts, index) => `第 ${index + 1} 项 ${honourNames[kind]}`,
}

/** What each title is called. */
export const titleNames: { readonly [K in (typeof titleTiers)[number]]: string } = {
  innovative: '创新型中小企业',
  'tech-sme': '科技型中小企业',
  specialised: '专精特新中小企业',
  'little-giant': '专精特新“小巨人”企业',
}

/** 称号; `validTo` is the effective end that the title's life supplies (第十三条). */
export const titles: ListFamily = {
  id: 'titles',
  nameOfList: '称号',
  path: () => '/titles',
  read: ({ facts }) => facts.titles,
  nameOf: ({ tier }: TitleFacts, index) => `第 ${index + 1} 项 ${titleNames[tier]}`,
}

export const honoursReasons = (kinds: readonly HonourFacts['kind'][]): readonly Reason[] => [
  kindReason<HonourFacts, 'kind'>(`kind/${kinds.join('+')}`, 'kind', kinds, '属所列荣誉', '不属所列荣誉'),
  valid,
]

export const titlesReasons = (tiers: readonly TitleFacts['tier'][]): readonly Reason[] => {
  const wanted = tiers.map((tier) => titleNames[tier]).join('或')
  return [
    kindReason<TitleFacts, 'tier'>(`tier/${tiers.join('+')}`, 'tier', tiers, `属${wanted}`, `不属${wanted}`),
    valid,
  ]
}
