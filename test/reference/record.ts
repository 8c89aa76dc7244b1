// What an enterprise has behind it: awards, contests, honours, titles, institutions, incidents (terms of docs/evaluation.md).
import { addYears, newYear } from './day.ts'
import { applicationYear, asOf, type Fact, type Item, isKnown, itemFact, listOf, type RawFacts } from './facts.ts'
import { isTrue, upTo, when, within } from './tests.ts'
import { all, any, decided, type Node, open } from './tree.ts'

/** Any item of a list; unknown with the list, unmet for an empty one. */
const anyOf = (list: Fact<Item[]>, test: (item: Item) => Node): Node =>
  isKnown(list) ? any(...list.value.map(test)) : open([list.unknown])

/** 近三年 of awards and contests: from 1 January of Y−3 to the day of application, both included. */
const lastThreeYears = (facts: RawFacts) => ({ first: newYear(applicationYear(facts) - 3), last: asOf(facts) })

const awardedLately = (facts: RawFacts, award: Item): Node => {
  const { first, last } = lastThreeYears(facts)
  return within(itemFact(award, 'on'), first, last)
}

const rankedUpTo = (award: Item, most: number): Node => upTo(itemFact(award, 'rank'), most)

/** 近三年内获得过国家级、省级科技奖励，不要求排名 (63号 附件1 D1). */
export const anyScienceAward = (facts: RawFacts): Node =>
  anyOf(listOf(facts, 'scienceAwards'), (award) => awardedLately(facts, award))

/** 近三年获得省级科技奖励排名前三，或国家级排名前五 (63号 附件2 P1): the limits by level; a level left out doesn't count. */
export const rankedScienceAward = (facts: RawFacts, limits: { national?: number; provincial?: number }): Node =>
  anyOf(listOf(facts, 'scienceAwards'), (award) => {
    const limit = limits[award.content.level as 'national' | 'provincial']
    return limit === undefined ? decided(false) : all(awardedLately(facts, award), rankedUpTo(award, limit))
  })

/** 近三年进入“创客中国”全国 500 强 / 50 强企业组名单; 50 强 are among the 500; only lists since 2021 (附件4). */
export const makerContest = (facts: RawFacts, lists: readonly ('top500' | 'top50')[]): Node => {
  const { first, last } = lastThreeYears(facts)
  return anyOf(listOf(facts, 'makerContest'), (entry) => {
    if (!lists.includes(entry.content.list as 'top500' | 'top50')) return decided(false)
    const published = itemFact<string>(entry, 'publishedOn')
    return all(
      when(itemFact<string>(entry, 'group'), (group) => group === 'enterprise'),
      within(published, first, last),
      when(published, (day) => day >= '2021-01-01'),
    )
  })
}

const validNow = (facts: RawFacts, item: Item): Node =>
  all(
    when(itemFact<string>(item, 'validFrom'), (from) => from <= asOf(facts)),
    when(itemFact<string>(item, 'validTo'), (to) => asOf(facts) <= to),
  )

const honourKinds = ['high-tech-enterprise', 'national-innovation-demonstration', 'ip-advantage', 'ip-demonstration']

/** 高新技术企业、国家级技术创新示范企业、知识产权优势企业、知识产权示范企业，均在有效期内 (63号 附件1 D2). */
export const validHonour = (facts: RawFacts): Node =>
  anyOf(listOf(facts, 'honours'), (honour) =>
    honourKinds.includes(honour.content.kind as string) ? validNow(facts, honour) : decided(false),
  )

/** A valid title of one of the tiers (2026 A1, B1). */
export const validTitle = (facts: RawFacts, tiers: readonly string[]): Node =>
  anyOf(listOf(facts, 'titles'), (title) =>
    tiers.includes(title.content.tier as string) ? validNow(facts, title) : decided(false),
  )

/** 经认定的研发机构 of one of the levels. */
export const recognisedInstitution = (facts: RawFacts, levels: readonly string[]): Node =>
  anyOf(listOf(facts, 'rdInstitutions'), (institution) =>
    levels.includes(institution.content.level as string) ? isTrue(itemFact(institution, 'recognised')) : decided(false),
  )

/** 自建或联合建立研发机构, recognised or not (63号 附件3 L4b). */
export const anyInstitution = (facts: RawFacts): Node => anyOf(listOf(facts, 'rdInstitutions'), () => decided(true))

/** An incident later than three years before the application and not after it. */
export const recentIncident = (facts: RawFacts): Node => {
  const threeYearsAgo = addYears(asOf(facts), -3)
  return anyOf(listOf(facts, 'enterprise', 'incidents'), (incident) =>
    when(itemFact<string>(incident, 'on'), (on) => threeYearsAgo < on && on <= asOf(facts)),
  )
}
