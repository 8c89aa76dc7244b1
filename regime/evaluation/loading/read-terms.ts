import type { SizeFigure, SizeIndustry, SizeTerms } from '../../eligibility/size.ts'
import { stampOf } from '../anniversary.ts'
import { type RightKind, rightKinds } from '../facts.ts'
import { officeCodes } from '../offices.ts'
import type { Cited, RightsTerms, Terms } from '../terms.ts'
import { entries, members, type Place, readDay, readOneOf, readText, readWhole, refuseAt } from './document.ts'
import { findQuantity } from './read-bound.ts'

const cited = ({ cite, uncertain }: { readonly cite: Place; readonly uncertain?: Place }): Cited => ({
  cite: readText(cite),
  ...(uncertain ? { uncertain: readText(uncertain) } : {}),
})

const readYears = (place: Place): number => {
  const quantity = findQuantity(place.value)
  return quantity?.unit === '年' && quantity.value.denominator === 1
    ? quantity.value.numerator
    : refuseAt(place.path, '应为整年数，如 2年')
}

const readKinds = (place: Place): ReadonlySet<RightKind> => new Set(entries(place).map(readOneOf(rightKinds)))

const readTransferred = (place: Place): RightsTerms['transferred'] => {
  const given = members(place, ['cite', 'uncertain', 'not-within', 'never'], ['cite'])
  if (Boolean(given['not-within']) === Boolean(given.never)) refuseAt(place.path, '应恰好写 not-within 或 never 之一')
  const within = given['not-within']
  return within ? { ...cited(given), rule: 'not-within', years: readYears(within) } : { ...cited(given), rule: 'never' }
}

const readRights = (place: Place): RightsTerms => {
  const given = members(
    place,
    ['cite', 'uncertain', 'class-one', 'class-two', 'transferred', 'owner-rank', 'high-value'],
    ['cite', 'class-one', 'transferred'],
  )
  const one = members(given['class-one'], ['cite', 'uncertain', 'kinds'], ['cite', 'kinds'])
  const classTwo = (at: Place): NonNullable<RightsTerms['classTwo']> => {
    const two = members(at, ['cite', 'uncertain', 'kinds', 'kept'], ['cite', 'kinds', 'kept'])
    const kept = members(two.kept, ['kinds', 'longer-than'], ['kinds', 'longer-than'])
    return {
      ...cited(two),
      kinds: readKinds(two.kinds),
      keptKinds: readKinds(kept.kinds),
      keptYears: readYears(kept['longer-than']),
    }
  }
  const highValue = (at: Place): NonNullable<RightsTerms['highValue']> => {
    const high = members(
      at,
      ['cite', 'uncertain', 'kept-longer-than', 'inventions', 'offices'],
      ['cite', 'kept-longer-than', 'inventions', 'offices'],
    )
    return {
      ...cited(high),
      keptYears: readYears(high['kept-longer-than']),
      inventions: readKinds(high.inventions),
      offices: new Set(entries(high.offices).map(readOneOf([...officeCodes]))),
    }
  }
  const ownerRank = (at: Place): NonNullable<RightsTerms['ownerRank']> => {
    const rank = members(at, ['cite', 'uncertain', 'at-most'], ['cite', 'at-most'])
    return { ...cited(rank), atMost: readWhole(rank['at-most']) }
  }
  return {
    ...cited(given),
    classOne: { ...cited(one), kinds: readKinds(one.kinds) },
    transferred: readTransferred(given.transferred),
    ...(given['class-two'] ? { classTwo: classTwo(given['class-two']) } : {}),
    ...(given['high-value'] ? { highValue: highValue(given['high-value']) } : {}),
    ...(given['owner-rank'] ? { ownerRank: ownerRank(given['owner-rank']) } : {}),
  }
}

const readContest = (place: Place): NonNullable<Terms['contest']> => {
  const given = members(
    place,
    ['cite', 'uncertain', 'years', 'group', 'first-list'],
    ['cite', 'years', 'group', 'first-list'],
  )
  return {
    ...cited(given),
    years: readWhole(given.years),
    group: readText(given.group),
    firstList: stampOf(readDay(given['first-list'])),
  }
}

const readFinancing = (place: Place): NonNullable<Terms['financing']> => {
  const given = members(place, ['cite', 'uncertain', 'dilution-at-most'], ['cite', 'dilution-at-most'])
  const quantity = findQuantity(given['dilution-at-most'].value)
  if (quantity?.unit !== '%') return refuseAt(given['dilution-at-most'].path, '应为百分比，如 30%')
  const millionths = (quantity.value.numerator * 100_000_000) / quantity.value.denominator
  if (!Number.isSafeInteger(millionths)) return refuseAt(given['dilution-at-most'].path, '百分比至多 6 位小数')
  return { ...cited(given), dilutionAtMost: millionths, dilution: quantity.value }
}

const readWindow = (place: Place): NonNullable<Terms['awards']> => {
  const given = members(place, ['cite', 'uncertain', 'years'], ['cite', 'years'])
  return { ...cited(given), years: readWhole(given.years) }
}

const figures: { readonly [key: string]: readonly [SizeFigure, '人' | '万元'] } = {
  employees: ['employees', '人'],
  revenue: ['revenue', '万元'],
  'total-assets': ['totalAssets', '万元'],
}

const readIndustry = (place: Place): SizeIndustry => {
  const given = members(place, ['id', 'name', 'prefixes', 'large'], ['id', 'name', 'prefixes', 'large'])
  const large = members(given.large, Object.keys(figures))
  // In an order of their own: the digest does not see in which order a document writes its keys, so nothing else may.
  const bounds = Object.entries(figures).flatMap(([key, known]) => {
    const at = large[key]
    if (!at) return []
    const quantity = findQuantity(at.value)
    if (quantity?.unit !== known[1] || quantity.value.denominator !== 1)
      return refuseAt(at.path, `应为以“${known[1]}”计的整数`)
    const text = String(at.value).replace(/^(\d+)/, '$1 ')
    return [{ figure: known[0], atLeast: quantity.value.numerator, text }]
  })
  if (bounds.length === 0) refuseAt(given.large.path, '至少写一项下限')
  return {
    id: readText(given.id),
    name: readText(given.name),
    prefixes: entries(given.prefixes).map(readPrefix),
    large: bounds,
  }
}

const readPrefix = ({ value, path }: Place): string =>
  typeof value === 'string' && /^\d{2,4}$/.test(value) ? value : refuseAt(path, '应为 2 至 4 位数字的文字')

/** Every division of the classification falls somewhere, as a whole or by its groups, and nothing lies outside it. */
const checkDivisions = (place: Place, prefixes: ReadonlySet<string>): void => {
  const { first, last } = members(place, ['first', 'last'], ['first', 'last'])
  const [from, to] = [readPrefix(first), readPrefix(last)]
  const found = new Set([...prefixes].map((prefix) => prefix.slice(0, 2)))
  for (const division of [...found].sort())
    if (division < from || division > to)
      refuseAt(place.path, `行业代码 ${division} 不在行业分类的大类 ${from} 至 ${to} 之内`)
  for (let number = Number(from); number <= Number(to); number++) {
    const division = String(number).padStart(2, '0')
    if (!found.has(division)) refuseAt(place.path, `大类 ${division} 既不在某一行，也未列为未覆盖，有空隙`)
  }
}

const readSize = (place: Place): SizeTerms => {
  const given = members(
    place,
    ['cite', 'uncertain', 'divisions', 'industries', 'not-covered'],
    ['cite', 'divisions', 'industries', 'not-covered'],
  )
  const industries = entries(given.industries).map(readIndustry)
  const notCovered = entries(given['not-covered']).map(readPrefix)
  const seen = new Set<string>()
  for (const prefix of [...industries.flatMap(({ prefixes }) => prefixes), ...notCovered]) {
    if (seen.has(prefix)) refuseAt(given.industries.path, `行业代码 ${prefix} 出现两次，会得出两个结论`)
    seen.add(prefix)
  }
  checkDivisions(given.divisions, seen)
  return { ...cited(given), industries, notCovered }
}

const readers = {
  rights: readRights,
  awards: readWindow,
  contest: readContest,
  financing: readFinancing,
  incidents: readWindow,
  size: readSize,
}

/**
 * Takes in the terms of an instrument (a parsed terms.yaml, the size rules already put in the place of their name).
 * Throws a StandardRefusal with the place and a sentence.
 */
export const readTerms = (document: unknown): Terms => {
  const given = members({ value: document ?? {}, path: [] }, [
    'rights',
    'awards',
    'contest',
    'financing',
    'incidents',
    'size',
  ])
  const read: { [key: string]: unknown } = {}
  for (const key of ['rights', 'awards', 'contest', 'financing', 'incidents', 'size'] as const) {
    const place = given[key]
    if (place) read[key] = readers[key](place)
  }
  return read as Terms
}
