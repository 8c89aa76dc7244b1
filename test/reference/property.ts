// Intellectual property: which rights count, item by item (63号 附件4; 2026 附件3; terms of docs/evaluation.md).
import { addYears } from './day.ts'
import { asOf, type Item, isKnown, itemFact, items, listOf, type RawFacts } from './facts.ts'
import { isTrue, upTo, when } from './tests.ts'
import { all, any, atLeast, decided, type Node, open } from './tree.ts'

// 发明专利（含国防专利）
const inventions = ['invention-patent', 'defence-patent']
// Ⅰ类
const classOne = [...inventions, 'plant-variety', 'crop-variety', 'new-drug', 'protected-tcm', 'ic-layout']
// G20 members that are countries without CN (CN is not overseas), Singapore, and the European Patent Office.
const examiningOffices = [
  ...['AR', 'AU', 'BR', 'CA', 'DE', 'FR', 'GB', 'ID', 'IN', 'IT', 'JP', 'KR', 'MX', 'RU', 'SA', 'TR', 'US', 'ZA'],
  ...['SG', 'EP'],
]

const isOneOf = (right: Item, kinds: readonly string[]): boolean => kinds.includes(right.content.kind as string)

const kindIs = (right: Item, kinds: readonly string[]): Node => decided(isOneOf(right, kinds))

/** Every counted right is in force and related to the main product. */
const inForceAndRelated = (right: Item): Node =>
  all(isTrue(itemFact(right, 'inForce')), isTrue(itemFact(right, 'relatedToMainProduct')))

/** `transferredInOn`: the key missing means unknown, null means not acquired by transfer. */
const transfer = (right: Item, test: (on: string) => boolean): Node =>
  right.content.transferredInOn === null ? decided(true) : when(itemFact<string>(right, 'transferredInOn'), test)

/** 2022: 不含转让未满 1 年的. */
const notJustTransferred = (facts: RawFacts, right: Item): Node =>
  transfer(right, (on) => asOf(facts) >= addYears(on, 1))

/** 2026: 不包含转入的. */
const neverTransferred = (right: Item): Node => transfer(right, () => false)

/** 维持年限超过 n 年: strictly later than the anniversary. */
const keptLongerThan = (facts: RawFacts, right: Item, years: number): Node =>
  when(itemFact<string>(right, 'grantedOn'), (on) => asOf(facts) > addYears(on, years))

/** Ⅰ类 as of 2022. */
const classOne2022 = (facts: RawFacts, right: Item): Node =>
  all(kindIs(right, classOne), inForceAndRelated(right), notJustTransferred(facts, right))

/** ① 在海外有同族专利权（经实质审查授权）的发明专利，或在海外取得收入的其他Ⅰ类. */
const overseas = (right: Item): Node => {
  if (!isOneOf(right, inventions)) return isTrue(itemFact(right, 'overseasIncome'))
  const family = items(itemFact<Record<string, unknown>[]>(right, 'overseasFamily'), `${right.path}/overseasFamily`)
  if (!isKnown(family)) return open([family.unknown])
  return any(
    ...family.value.map((member) =>
      all(
        when(itemFact<string>(member, 'office'), (office) => examiningOffices.includes(office)),
        isTrue(itemFact(member, 'examined')),
      ),
    ),
  )
}

/** Ⅰ类高价值: any of ① overseas, ② kept longer than ten years, ③ a high pledge, ④ a national or patent award. */
const highValue = (facts: RawFacts, right: Item): Node =>
  all(
    classOne2022(facts, right),
    any(
      overseas(right),
      keptLongerThan(facts, right, 10),
      isTrue(itemFact(right, 'highValuePledge')),
      isTrue(itemFact(right, 'awarded')),
    ),
  )

/** Ⅱ类: 软件著作权, or a utility model or design kept longer than two years. */
const classTwo2022 = (facts: RawFacts, right: Item): Node =>
  all(
    any(
      kindIs(right, ['software-copyright']),
      all(kindIs(right, ['utility-model', 'design-patent']), keptLongerThan(facts, right, 2)),
    ),
    inForceAndRelated(right),
    notJustTransferred(facts, right),
  )

const rightsAtLeast = (facts: RawFacts, least: number, counts: (right: Item) => Node): Node => {
  const rights = listOf(facts, 'intellectualProperty')
  return isKnown(rights) ? atLeast(least, rights.value.map(counts)) : open([rights.unknown])
}

/** The four tests of I1 and S10, each a count of its own. */
export const rights2022 = (facts: RawFacts) => ({
  /** A: Ⅰ类高价值 ≥ 1 */
  highValue: rightsAtLeast(facts, 1, (right) => highValue(facts, right)),
  /** B: 自主研发的Ⅰ类 ≥ 1 */
  selfDeveloped: rightsAtLeast(facts, 1, (right) =>
    all(classOne2022(facts, right), isTrue(itemFact(right, 'selfDeveloped'))),
  ),
  /** C: Ⅰ类 ≥ 1 */
  classOne: rightsAtLeast(facts, 1, (right) => classOne2022(facts, right)),
  /** D: Ⅱ类 ≥ 1 */
  classTwo: rightsAtLeast(facts, 1, (right) => classTwo2022(facts, right)),
})

/** Ⅰ类知识产权 ≥ n, 实际应用并已产生经济效益 (63号 附件3 L4c). */
export const usedRights2022 = (facts: RawFacts, least: number): Node =>
  rightsAtLeast(facts, least, (right) => all(classOne2022(facts, right), isTrue(itemFact(right, 'inUseWithBenefit'))))

/** The same under 2026: never a right transferred in, and 权利人中排名前三 (A4, B4). */
export const usedRights2026 = (facts: RawFacts, least: number): Node =>
  rightsAtLeast(facts, least, (right) =>
    all(
      kindIs(right, classOne),
      inForceAndRelated(right),
      neverTransferred(right),
      upTo(itemFact(right, 'ownerRank'), 3),
      isTrue(itemFact(right, 'inUseWithBenefit')),
    ),
  )
