import { isLocalCode, type LocalCode, localAuthorities } from '../jurisdiction/authorities.ts'
import { type Day, isDay } from '../kernel/day.ts'
import type { Amount } from '../kernel/fraction.ts'
import { findMoney } from '../kernel/money.ts'
import { describeUsccFault, findUsccFault } from '../kernel/uscc.ts'
import {
  awardLevels,
  chainRoles,
  contestLists,
  type Facts,
  honourKinds,
  incidentKinds,
  institutionLevels,
  rightKinds,
  titleTiers,
} from './facts.ts'
import { FactsRefusal, pointerTo, printable } from './facts-refusal.ts'
import { officeCodes } from './offices.ts'

/** Reads a known, non-null value at a pointer or refuses it. */
type Reader<T> = (value: unknown, pointer: string) => T
type Fields = { readonly [key: string]: Reader<unknown> }
type Read<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]> | null }

// Bounds that no honest input meets and that keep a hostile one cheap to refuse.
const LONGEST_TEXT = 500
const LONGEST_LIST = 10_000
const LONE_SURROGATE = /[\ud800-\udfff]/u

const described = (value: unknown): string => {
  if (value === null) return '空值 null'
  if (Array.isArray(value)) return '列表'
  switch (typeof value) {
    case 'string':
      return value.length > 40
        ? `文字“${printable(value.slice(0, 40))}…”（共 ${value.length} 字）`
        : `文字“${printable(value)}”`
    case 'number':
      return `数字 ${value}`
    case 'boolean':
      return value ? ' true' : ' false'
    case 'object':
      return '对象'
    default:
      return '不是 JSON 的值'
  }
}

const refuse = (value: unknown, pointer: string, allowed: string): never => {
  throw new FactsRefusal(pointer, `不接受${described(value)}`, allowed)
}

const text =
  (allowed: string): Reader<string> =>
  (value, pointer) => {
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT || LONE_SURROGATE.test(value))
      return refuse(value, pointer, allowed)
    return value
  }

const flag: Reader<boolean> = (value, pointer) =>
  typeof value === 'boolean' ? value : refuse(value, pointer, ' true 或 false（不知道时写 null 或不写）')

const day: Reader<Day> = (value, pointer) =>
  typeof value === 'string' && value.length === 10 && isDay(value)
    ? value
    : refuse(value, pointer, '存在的日期，写作 "YYYY-MM-DD"')

const count =
  (most: number, allowed: string): Reader<number> =>
  (value, pointer) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most
      ? value + 0
      : refuse(value, pointer, allowed)

const anyCount = count(Number.MAX_SAFE_INTEGER, '不小于 0 的整数')
const year = count(9999, '四位年份（整数）')

const money =
  (allowed: string, negative: boolean): Reader<Amount> =>
  (value, pointer) => {
    if (typeof value !== 'string' || value.length > 20 || (!negative && value.startsWith('-')))
      return refuse(value, pointer, allowed)
    return findMoney(value) ?? refuse(value, pointer, allowed)
  }

const MONEY = '以万元计的十进制文字，如 "312.5"：小数点前至多 12 位，后至多 6 位'
const positive = money(`${MONEY}，不得为负`, false)
const signed = money(`${MONEY}，可为负`, true)

const HIGHEST_PERCENT = 1_000_000_000
const percent: Reader<number> = (value, pointer) => {
  const found = typeof value === 'string' && value.length <= 20 && !value.startsWith('-') ? findMoney(value) : undefined
  return typeof found === 'number' && found <= HIGHEST_PERCENT
    ? found
    : refuse(value, pointer, ' 0 至 1000 的十进制文字，如 "12.5"：小数点后至多 6 位')
}

const oneOf = <const T extends string>(choices: readonly T[]): Reader<T> => {
  const known: ReadonlySet<unknown> = new Set(choices)
  const allowed = `下列之一：${choices.join('、')}`
  return (value, pointer) => (known.has(value) ? (value as T) : refuse(value, pointer, allowed))
}

/** An object with these keys and no other; a key that is missing or null is unknown, unless it is required. */
const section = <F extends Fields, R extends keyof F & string = never>(
  fields: F,
  required: readonly R[] = [],
): Reader<Read<F> & { readonly [K in R]: ReturnType<F[K]> }> => {
  const keys = Object.keys(fields)
  const readers = new Map<string, Reader<unknown>>(Object.entries(fields))
  const unknown = Object.fromEntries(keys.map((key) => [key, null]))
  const allowed = `只含下列键的对象：${keys.join('、')}`
  return (value, pointer) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(value, pointer, allowed)
    const given = value as { readonly [key: string]: unknown }
    const read: { [key: string]: unknown } = { ...unknown }
    for (const key of Object.keys(given)) {
      const reader = readers.get(key)
      if (!reader) throw new FactsRefusal(pointerTo(pointer, key), '不认识的键', allowed)
      const member = given[key]
      if (member !== null && member !== undefined) read[key] = reader(member, `${pointer}/${key}`)
    }
    for (const key of required)
      if (read[key] === null) throw new FactsRefusal(`${pointer}/${key}`, '缺少必填项', '已知的值，不得缺少或为 null')
    return read as Read<F> & { readonly [K in R]: ReturnType<F[K]> }
  }
}

const list =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (value, pointer) => {
    if (!Array.isArray(value) || value.length > LONGEST_LIST)
      return refuse(value, pointer, `列表，至多 ${LONGEST_LIST} 项（确知没有时写 []，不知道时写 null 或不写）`)
    return Array.from(value, (entry: unknown, index) => item(entry, `${pointer}/${index}`))
  }

/** A list whose entries carry a year, each year once. */
const yearly =
  <T extends { readonly year: number }>(item: Reader<T>): Reader<readonly T[]> =>
  (value, pointer) => {
    const entries = list(item)(value, pointer)
    const seen = new Set<number>()
    entries.forEach((entry, index) => {
      if (seen.has(entry.year))
        throw new FactsRefusal(`${pointer}/${index}/year`, `${entry.year} 年重复`, '每个年度只出现一次')
      seen.add(entry.year)
    })
    return entries
  }

const authority: Reader<LocalCode> = (value, pointer) =>
  typeof value === 'string' && isLocalCode(value)
    ? value
    : refuse(value, pointer, `十九个市级主管部门代码之一：${localAuthorities.map(({ code }) => code).join('、')}`)

const shaped =
  (shape: RegExp, allowed: string): Reader<string> =>
  (value, pointer) =>
    typeof value === 'string' && value.length <= LONGEST_TEXT && shape.test(value)
      ? value
      : refuse(value, pointer, allowed)

const office: Reader<string> = (value, pointer) =>
  typeof value === 'string' && officeCodes.has(value)
    ? value
    : refuse(value, pointer, ' ISO 3166 两位字母国家（地区）代码，或 EP')

const readEnterprise = section({
  name: text(`企业名称（1 至 ${LONGEST_TEXT} 字）`),
  uscc: shaped(/^[0-9A-Z]{18}$/, ' 18 位统一社会信用代码（数字和大写字母）'),
  usccConfirmed: flag,
  authority,
  registeredInHenan: flag,
  independentLegalPerson: flag,
  industry: shaped(/^\d{2,4}$/, ' GB/T 4754—2017 行业代码，2 至 4 位数字'),
  marketEnteredOn: day,
  abnormalOperation: flag,
  seriousDishonesty: flag,
  prohibitedProduct: flag,
  incidents: list(section({ kind: oneOf(incidentKinds), on: day }, ['kind'])),
})

/** 统一社会信用代码: the check digit is verified unless an officer has seen the licence (`usccConfirmed`). */
const enterprise: Reader<ReturnType<typeof readEnterprise>> = (value, pointer) => {
  const read = readEnterprise(value, pointer)
  const fault = read.uscc === null || read.usccConfirmed === true ? undefined : findUsccFault(read.uscc)
  if (fault)
    throw new FactsRefusal(
      `${pointer}/uscc`,
      describeUsccFault(fault),
      '符合 GB 32100 的代码，或经主管部门核验营业执照',
    )
  return read
}

const right = section(
  {
    kind: oneOf(rightKinds),
    grantedOn: day,
    inForce: flag,
    selfDeveloped: flag,
    relatedToMainProduct: flag,
    transferredInOn: day,
    ownerRank: anyCount,
    inUseWithBenefit: flag,
    overseasFamily: list(section({ office, examined: flag })),
    overseasIncome: flag,
    highValuePledge: flag,
    awarded: flag,
  },
  ['kind'],
)

/** `transferredInOn` is the one key where null means something: not acquired by transfer. */
const rights: Reader<NonNullable<Facts['intellectualProperty']>> = list((value, pointer) => {
  const read = right(value, pointer)
  const never = (value as { readonly transferredInOn?: unknown }).transferredInOn === null
  return never ? { ...read, transferredInOn: 'never' } : read
})

/** The one list within a list: its entries are bounded all together. */
const intellectualProperty: typeof rights = (value, pointer) => {
  const read = rights(value, pointer)
  let family = 0
  for (const { overseasFamily } of read) family += overseasFamily?.length ?? 0
  if (family > LONGEST_LIST)
    throw new FactsRefusal(pointer, `各项的海外同族共 ${family} 项`, `各项的海外同族合计至多 ${LONGEST_LIST} 项`)
  return read
}

const document = section(
  {
    asOf: day,
    application: oneOf(['new', 'renewal']),
    enterprise,
    years: yearly(
      section(
        {
          year,
          revenue: positive,
          mainRevenue: positive,
          netProfit: signed,
          rdExpense: positive,
          totalAssets: positive,
          totalLiabilities: positive,
          employees: anyCount,
          rdStaff: anyCount,
        },
        ['year'],
      ),
    ),
    intellectualProperty,
    scienceAwards: list(section({ level: oneOf(awardLevels), on: day, rank: anyCount }, ['level'])),
    honours: list(section({ kind: oneOf(honourKinds), validFrom: day, validTo: day }, ['kind'])),
    rdInstitutions: list(section({ level: oneOf(institutionLevels), recognised: flag }, ['level'])),
    equityFinancing: list(section({ paidInOn: day, amount: positive, qualifiedInvestor: flag, dilution: percent })),
    makerContest: list(
      section({ list: oneOf(contestLists), group: text('组别，如 "enterprise"'), publishedOn: day }, ['list']),
    ),
    product: section({
      strategicEmerging: flag,
      chainRole: oneOf(chainRoles),
      keyField: flag,
      chainKeyLink: flag,
      marketShare: percent,
      marketRank: anyCount,
      wellKnown: flag,
      shareForemost: flag,
    }),
    management: section({
      provincialQualityAward: flag,
      qualitySystemCertified: flag,
      managementSystemCertified: flag,
      productCertifiedAbroad: flag,
      ownBrand: flag,
      competitiveOwnBrand: flag,
      standardsSetting: flag,
      coreBusinessOnInformationSystem: flag,
      soundGovernance: flag,
      digitalLevel: count(4, ' 0 至 4 的整数'),
    }),
    localFeature: section({ points: count(15, ' 0 至 15 的整数') }),
    platformScores: yearly(section({ year, score: percent }, ['year'])),
    titles: list(section({ tier: oneOf(titleTiers), validFrom: day, validTo: day }, ['tier'])),
  },
  ['asOf'],
)

/**
 * Lets the facts of one enterprise in: a JSON value as docs/evaluation.md describes it. Throws a FactsRefusal (JSON
 * pointer, what is wrong, what is allowed) at the first thing that is not allowed. The depth it follows is that of the
 * form, so nesting cannot exhaust it.
 */
export const parseFacts = (value: unknown): Facts => ({ ...document(value, ''), source: value })
