import { anniversary, readStamp, stampOf } from '../anniversary.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import type { RightFacts, RightKind } from '../facts.ts'
import type { RightsTerms } from '../terms.ts'
import { highValue } from './high-value.ts'
import type { ListFamily, Reason } from './list.ts'
import { flagReason, kindReason } from './reasons.ts'

/** What each kind of right is called. */
export const rightNames: { readonly [K in RightKind]: string } = {
  'invention-patent': '发明专利',
  'defence-patent': '国防专利',
  'plant-variety': '植物新品种',
  'crop-variety': '国家级农作物品种',
  'new-drug': '国家新药',
  'protected-tcm': '国家一级中药保护品种',
  'ic-layout': '集成电路布图设计专有权',
  'software-copyright': '软件著作权',
  'utility-model': '实用新型专利',
  'design-patent': '外观设计专利',
}

/** 知识产权, right by right. */
export const rights: ListFamily = {
  id: 'intellectualProperty',
  nameOfList: '知识产权',
  path: () => '/intellectualProperty',
  read: ({ facts }) => facts.intellectualProperty,
  nameOf: (right: RightFacts, index) =>
    `第 ${index + 1} 项 ${rightNames[right.kind]}${right.grantedOn === null ? '' : `（${right.grantedOn} 授权）`}`,
}

const inForce = flagReason<RightFacts>('in-force', 'inForce', {
  met: '有效',
  unmet: '已失效',
  undetermined: '是否有效未填',
})

const related = flagReason<RightFacts>('related', 'relatedToMainProduct', {
  met: '与主导产品相关',
  unmet: '与主导产品无关',
  undetermined: '是否与主导产品相关未填',
})

const selfDeveloped = flagReason<RightFacts>('self-developed', 'selfDeveloped', {
  met: '自主研发',
  unmet: '不是自主研发',
  undetermined: '是否自主研发未填',
})

const inUse = flagReason<RightFacts>('in-use', 'inUseWithBenefit', {
  met: '已实际应用并产生经济效益',
  unmet: '尚未实际应用并产生经济效益',
  undetermined: '是否实际应用并产生经济效益未填',
})

/** 转让未满 1 年的不计（2022）; 转入的一律不计（2026）. */
const transferred = (terms: RightsTerms['transferred']): Reason => ({
  id: 'transferred',
  judge: ({ transferredInOn }: RightFacts, { asOf }: Context) => {
    if (transferredInOn === null) return 'undetermined'
    if (transferredInOn === 'never') return 'met'
    if (terms.rule === 'never') return 'unmet'
    return asOf >= anniversary(stampOf(transferredInOn), terms.years) ? 'met' : 'unmet'
  },
  sentence: ({ transferredInOn }: RightFacts, _context: Context, verdict: Verdict) => {
    if (transferredInOn === null) return '是否由转让取得未填'
    if (transferredInOn === 'never') return '非转让取得'
    if (terms.rule === 'never') return `${transferredInOn} 转入，转入的不计`
    return verdict === 'met'
      ? `${transferredInOn} 转入，已满 ${terms.years} 年`
      : `${transferredInOn} 转入，未满 ${terms.years} 年`
  },
  missing: ({ transferredInOn }: RightFacts) => (transferredInOn === null ? ['/transferredInOn'] : []),
})

/** 申请企业应在权利人中排名前三（2026）. */
const ownerRank = ({ atMost }: NonNullable<RightsTerms['ownerRank']>): Reason => ({
  id: 'owner-rank',
  judge: (right: RightFacts) =>
    right.ownerRank === null ? 'undetermined' : right.ownerRank <= atMost ? 'met' : 'unmet',
  sentence: (right: RightFacts) =>
    right.ownerRank === null
      ? '在权利人中的排名未填'
      : right.ownerRank <= atMost
        ? `在权利人中排名第 ${right.ownerRank}`
        : `在权利人中排名第 ${right.ownerRank}，不在前 ${atMost}`,
  missing: (right: RightFacts) => (right.ownerRank === null ? ['/ownerRank'] : []),
})

/** 授权后维持超过 2 年的实用新型、外观设计: strictly later than the anniversary. */
const kept = (terms: NonNullable<RightsTerms['classTwo']>): Reason => ({
  id: 'kept',
  judge: (right: RightFacts, { asOf }: Context) => {
    if (!terms.keptKinds.has(right.kind)) return 'met'
    if (right.grantedOn === null) return 'undetermined'
    return asOf > anniversary(stampOf(right.grantedOn), terms.keptYears) ? 'met' : 'unmet'
  },
  sentence: (right: RightFacts, _context: Context, verdict: Verdict) => {
    if (!terms.keptKinds.has(right.kind)) return '不要求维持年限'
    if (right.grantedOn === null) return '授权日期未填，不知是否维持超过规定年限'
    const day = readStamp(anniversary(stampOf(right.grantedOn), terms.keptYears))
    return verdict === 'met'
      ? `授权后维持已超过 ${terms.keptYears} 年`
      : `授权后维持未超过 ${terms.keptYears} 年（须晚于 ${day}）`
  },
  missing: (right: RightFacts) => (right.grantedOn === null ? ['/grantedOn'] : []),
})

/** What a standard may ask of rights. */
export interface RightsWhere {
  readonly class: 'one' | 'two'
  readonly highValue?: boolean
  readonly selfDeveloped?: boolean
  readonly inUse?: boolean
}

/** Everything a right must be to count here; undefined when the edition's terms lack what is asked. */
export const rightsReasons = (where: RightsWhere, terms: RightsTerms): readonly Reason[] | undefined => {
  const reasons: Reason[] = []
  if (where.class === 'one')
    reasons.push(
      kindReason<RightFacts, 'kind'>('class-one', 'kind', terms.classOne.kinds, '属Ⅰ类知识产权', '不属Ⅰ类知识产权'),
    )
  else {
    const classTwo = terms.classTwo
    if (!classTwo) return undefined
    reasons.push(
      kindReason<RightFacts, 'kind'>('class-two', 'kind', classTwo.kinds, '属Ⅱ类知识产权', '不属Ⅱ类知识产权'),
    )
  }
  reasons.push(inForce, related, transferred(terms.transferred))
  if (terms.ownerRank) reasons.push(ownerRank(terms.ownerRank))
  if (where.class === 'two' && terms.classTwo) reasons.push(kept(terms.classTwo))
  if (where.inUse) reasons.push(inUse)
  if (where.selfDeveloped) reasons.push(selfDeveloped)
  if (where.highValue) {
    if (!terms.highValue) return undefined
    reasons.push(highValue(terms.highValue))
  }
  return reasons
}
