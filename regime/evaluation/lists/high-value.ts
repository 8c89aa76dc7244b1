import { anniversary, readStamp, stampOf } from '../anniversary.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import type { FamilyFacts, RightFacts } from '../facts.ts'
import { both, either, verdictOf } from '../kleene.ts'
import type { RightsTerms } from '../terms.ts'
import type { Reason } from './list.ts'

type HighValueTerms = NonNullable<RightsTerms['highValue']>

/** One of the ways a class-I right is of high value (附件4（四）): any suffices. */
interface Way {
  judge(right: RightFacts, context: Context): Verdict
  readonly met: (right: RightFacts, context: Context) => string
  missing(right: RightFacts): readonly string[]
}

const officeOf = (member: FamilyFacts, terms: HighValueTerms): Verdict =>
  verdictOf(member.office === null ? null : terms.offices.has(member.office))

const judgeFamily = (family: RightFacts['overseasFamily'], terms: HighValueTerms): Verdict => {
  if (family === null) return 'undetermined'
  let verdict: Verdict = 'unmet'
  for (const member of family) verdict = either(verdict, both(officeOf(member, terms), verdictOf(member.examined)))
  return verdict
}

const judgeKept = (grantedOn: RightFacts['grantedOn'], asOf: number, { keptYears }: HighValueTerms): Verdict =>
  grantedOn === null ? 'undetermined' : asOf > anniversary(stampOf(grantedOn), keptYears) ? 'met' : 'unmet'

/** ① 海外同族: an invention with a granted, examined member at an office of the list. */
const overseasFamily = (terms: HighValueTerms): Way => ({
  judge: ({ overseasFamily: family }) => judgeFamily(family, terms),
  met: ({ overseasFamily: family }) => {
    const member = family?.find(({ office, examined }) => office !== null && terms.offices.has(office) && examined)
    return `在海外有经实质审查授权的同族专利（${member?.office}）`
  },
  missing: ({ overseasFamily: family }) => {
    if (family === null) return ['/overseasFamily']
    return family.flatMap((member, index) => {
      if (both(officeOf(member, terms), verdictOf(member.examined)) !== 'undetermined') return []
      const at = `/overseasFamily/${index}`
      return [
        ...(member.office === null ? [`${at}/office`] : []),
        ...(member.examined === null ? [`${at}/examined`] : []),
      ]
    })
  },
})

const flagWay = (key: 'overseasIncome' | 'highValuePledge' | 'awarded', met: string): Way => ({
  judge: (right) => verdictOf(right[key]),
  met: () => met,
  missing: (right) => (right[key] === null ? [`/${key}`] : []),
})

/** ② 维持年限超过 10 年: strictly later than the anniversary of the grant. */
const keptLong = (terms: HighValueTerms): Way => ({
  judge: ({ grantedOn }, { asOf }) => judgeKept(grantedOn, asOf, terms),
  met: ({ grantedOn }) =>
    `维持已超过 ${terms.keptYears} 年（${grantedOn === null ? '' : readStamp(anniversary(stampOf(grantedOn), terms.keptYears))} 届满）`,
  missing: ({ grantedOn }) => (grantedOn === null ? ['/grantedOn'] : []),
})

/** Ⅰ类高价值知识产权: any one of the ways. Income abroad is for class-I rights other than inventions (①). */
export const highValue = (terms: HighValueTerms): Reason => {
  const family = overseasFamily(terms)
  const income = flagWay('overseasIncome', '在海外取得收入')
  const rest = [
    keptLong(terms),
    flagWay('highValuePledge', '实现较高质押融资金额'),
    flagWay('awarded', '获国家科学技术奖或中国专利奖'),
  ]
  const forInventions = [family, ...rest]
  const forOthers = [income, ...rest]
  const waysOf = ({ kind }: RightFacts): readonly Way[] => (inventions.includes(kind) ? forInventions : forOthers)
  const inventions = [...terms.inventions]
  return {
    id: 'high-value',
    // The ways without a list of them: rights are asked more often than anything else.
    judge: (right: RightFacts, { asOf }: Context) => {
      if (right.highValuePledge === true || right.awarded === true) return 'met'
      const abroad = inventions.includes(right.kind)
        ? judgeFamily(right.overseasFamily, terms)
        : verdictOf(right.overseasIncome)
      const ways = either(abroad, judgeKept(right.grantedOn, asOf, terms))
      return ways === 'unmet' && (right.highValuePledge === null || right.awarded === null) ? 'undetermined' : ways
    },
    sentence: (right: RightFacts, context: Context, verdict: Verdict) => {
      if (verdict === 'undetermined') return '是否属高价值尚不能确定'
      if (verdict === 'met') {
        const way = waysOf(right).find((one) => one.judge(right, context) === 'met')
        return `属高价值：${way?.met(right, context)}`
      }
      return inventions.includes(right.kind)
        ? `不属高价值：无符合条件的海外同族专利，维持未超过 ${terms.keptYears} 年，未实现较高质押融资，未获国家科学技术奖或中国专利奖`
        : `不属高价值：未在海外取得收入，维持未超过 ${terms.keptYears} 年，未实现较高质押融资，未获国家科学技术奖或中国专利奖`
    },
    missing: (right: RightFacts, context: Context) =>
      waysOf(right).flatMap((way) => (way.judge(right, context) === 'undetermined' ? way.missing(right) : [])),
  }
}
