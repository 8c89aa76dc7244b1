import { readStamp, stampOf } from '../anniversary.ts'
import type { ContestFacts } from '../facts.ts'
import type { ContestTerms } from '../terms.ts'
import { within } from './awards.ts'
import type { ListFamily, Reason } from './list.ts'
import { kindReason } from './reasons.ts'

const listNames = { top500: '全国 500 强', top50: '全国 50 强' } as const

/** “创客中国”中小企业创新创业大赛 lists. */
export const contest: ListFamily = {
  id: 'makerContest',
  nameOfList: '“创客中国”大赛入选名单',
  path: () => '/makerContest',
  read: ({ facts }) => facts.makerContest,
  nameOf: ({ list, publishedOn }: ContestFacts, index) =>
    `第 ${index + 1} 项 “创客中国”${listNames[list]}${publishedOn === null ? '' : `（${publishedOn} 公布）`}`,
}

const inGroup = (group: string): Reason => ({
  id: 'group',
  judge: (entry: ContestFacts) => (entry.group === null ? 'undetermined' : entry.group === group ? 'met' : 'unmet'),
  sentence: (entry: ContestFacts) =>
    entry.group === null ? '组别未填' : entry.group === group ? '企业组' : '不是企业组',
  missing: (entry: ContestFacts) => (entry.group === null ? ['/group'] : []),
})

const sinceFirstList = (firstList: number): Reason => ({
  id: 'first-list',
  judge: ({ publishedOn }: ContestFacts) =>
    publishedOn === null ? 'undetermined' : stampOf(publishedOn) >= firstList ? 'met' : 'unmet',
  sentence: ({ publishedOn }: ContestFacts, _context, verdict) =>
    publishedOn === null
      ? '公布日期未填'
      : verdict === 'met'
        ? `属 ${readStamp(firstList)} 以后公布的名单`
        : `名单公布早于 ${readStamp(firstList)}`,
  missing: ({ publishedOn }: ContestFacts) => (publishedOn === null ? ['/publishedOn'] : []),
})

/** 50 强 lists are within the 500 强. */
export const contestReasons = (list: ContestFacts['list'], terms: ContestTerms): readonly Reason[] => [
  kindReason<ContestFacts, 'list'>(
    `list/${list}`,
    'list',
    list === 'top500' ? ['top500', 'top50'] : ['top50'],
    `属${listNames[list]}`,
    `不属${listNames[list]}`,
  ),
  inGroup(terms.group),
  within('publishedOn', terms),
  sinceFirstList(terms.firstList),
]
