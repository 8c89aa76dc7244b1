import { newYear, stampOf } from '../anniversary.ts'
import type { Context } from '../context.ts'
import type { AwardFacts, awardLevels } from '../facts.ts'
import type { WindowTerms } from '../terms.ts'
import type { ListFamily, Reason } from './list.ts'
import { kindReason } from './reasons.ts'

const levelNames = { national: '国家级', provincial: '省级' } as const

/** 科技奖励. */
export const awards: ListFamily = {
  id: 'scienceAwards',
  nameOfList: '科技奖励',
  path: () => '/scienceAwards',
  read: ({ facts }) => facts.scienceAwards,
  nameOf: ({ level, on }: AwardFacts, index) =>
    `第 ${index + 1} 项 ${levelNames[level]}科技奖励${on === null ? '' : `（${on}）`}`,
}

/** 近三年: from 1 January of Y − years to asOf, both included; by the date of a certificate or published list. */
export const within = <K extends string>(key: K, { years }: WindowTerms): Reason => ({
  id: 'within',
  judge: (entry: { readonly [P in K]: never }, { year, asOf }: Context) => {
    const day = entry[key] as Parameters<typeof stampOf>[0] | null
    if (day === null) return 'undetermined'
    const stamp = stampOf(day)
    return stamp >= newYear(year - years) && stamp <= asOf ? 'met' : 'unmet'
  },
  sentence: (_entry, { year, facts }: Context, verdict) => {
    const span = `${year - years}-01-01 至 ${facts.asOf}`
    if (verdict === 'undetermined') return '日期未填，不知是否在近三年内'
    return verdict === 'met' ? `在 ${span} 之内` : `不在 ${span} 之内`
  },
  missing: (entry: { readonly [P in K]: never }) => (entry[key] === null ? [`/${key}`] : []),
})

const rankWithin = (atMost: number): Reason => ({
  id: `rank/${atMost}`,
  judge: ({ rank }: AwardFacts) => (rank === null ? 'undetermined' : rank <= atMost ? 'met' : 'unmet'),
  sentence: ({ rank }: AwardFacts) =>
    rank === null
      ? '获奖单位排名未填'
      : rank <= atMost
        ? `排名第 ${rank}，在前 ${atMost}`
        : `排名第 ${rank}，不在前 ${atMost}`,
  missing: ({ rank }: AwardFacts) => (rank === null ? ['/rank'] : []),
})

/** What a standard may ask of awards. */
export interface AwardsWhere {
  readonly levels: readonly (typeof awardLevels)[number][]
  readonly rank?: number
}

export const awardsReasons = ({ levels, rank }: AwardsWhere, terms: WindowTerms): readonly Reason[] => {
  const wanted = levels.map((level) => levelNames[level]).join('、')
  return [
    kindReason<AwardFacts, 'level'>(`level/${levels.join('+')}`, 'level', levels, `属${wanted}`, `不属${wanted}`),
    within('on', terms),
    ...(rank === undefined ? [] : [rankWithin(rank)]),
  ]
}
