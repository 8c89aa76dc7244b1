// Facts around the edges: every threshold exactly, one 分, one head or one day to each side, and much left unknown.
import { addYears, type Day, dayAfter, dayBefore, lastDay, newYear, yearOf } from './day.ts'
import type { ReferenceStandard } from './evaluate.ts'
import type { RawFacts } from './facts.ts'
import { generateYears } from './generate-years.ts'
import { type Random, randomFrom } from './random.ts'

type Json = Record<string, unknown>

/** How one generated enterprise leans. */
export interface Temper {
  readonly standard: ReferenceStandard
  /** How often a fact is left unknown. */
  readonly unknown: number
  /** How often a fact is on the side that helps the enterprise. */
  readonly good: number
}

/** Drops or nulls some of the facts. */
export const veil = (random: Random, temper: Temper, facts: Json, always: readonly string[] = []): Json => {
  const seen: Json = {}
  for (const [key, value] of Object.entries(facts)) {
    if (always.includes(key) || !random.chance(temper.unknown)) seen[key] = value
    else if (random.chance(0.4)) seen[key] = null
  }
  return seen
}

const listOf = (random: Random, most: number, make: () => Json, least = 0): Json[] =>
  Array.from({ length: least + random.below(most - least + 1) }, make)

/** A day on an edge or one to either side. */
const near = (random: Random, edges: readonly Day[]): Day => {
  const edge = random.pick(edges)
  return random.pick([edge, edge, dayBefore(edge), dayAfter(edge)])
}

const asOfDays = (standard: ReferenceStandard): Day[] => [
  ...['2024-02-29', '2028-02-29', '2024-02-28', '2025-02-28', '2024-03-01', '2023-02-28', '2024-01-01', '2023-12-31'],
  ...['2022-07-31', '2022-08-01', '2026-03-31', '2026-04-01', '2023-03-13', '2023-03-14', '2021-06-01', '2022-12-31'],
  ...(standard.startsWith('miit-2026-2')
    ? ['2026-06-01', '2026-06-30', '2027-05-25', '2028-04-25', '2026-12-31']
    : ['2024-06-01', '2023-08-31', '2025-04-10', '2024-12-31', '2026-06-01']),
]

const awards = (random: Random, temper: Temper, asOf: Day) => () =>
  veil(
    random,
    temper,
    {
      level: random.pick(['national', 'provincial']),
      on: near(random, [newYear(yearOf(asOf) - 3), asOf, addYears(asOf, -1), addYears(asOf, -3)]),
      rank: random.pick([1, 2, 3, 3, 4, 5, 5, 6, 9]),
    },
    ['level'],
  )

const validity = (random: Random, asOf: Day) => ({
  validFrom: near(random, [asOf, addYears(asOf, -1), addYears(asOf, -3)]),
  validTo: near(random, [asOf, addYears(asOf, 1), addYears(asOf, 2), addYears(asOf, -1)]),
})

const honours = (random: Random, temper: Temper, asOf: Day) => () => {
  const kinds = ['high-tech-enterprise', 'national-innovation-demonstration', 'ip-advantage', 'ip-demonstration']
  return veil(random, temper, { kind: random.pick(kinds), ...validity(random, asOf) }, ['kind'])
}

const titles = (random: Random, temper: Temper, asOf: Day) => () => {
  const fitting = temper.standard === 'miit-2026-2/little-giant' ? ['specialised'] : ['innovative', 'tech-sme']
  const tier = random.pick(
    random.chance(temper.good) ? fitting : ['innovative', 'tech-sme', 'specialised', 'little-giant'],
  )
  const dates = random.chance(temper.good)
    ? { validFrom: addYears(asOf, -1), validTo: near(random, [dayAfter(asOf), addYears(asOf, 1)]) }
    : validity(random, asOf)
  return veil(random, temper, { tier, ...dates }, ['tier'])
}

const institutions = (random: Random, temper: Temper) => () =>
  veil(
    random,
    temper,
    {
      level: random.pick(['national', 'provincial', 'municipal', 'below-municipal']),
      recognised: random.chance(temper.good),
    },
    ['level'],
  )

const equityLines = ['500', '2000', '6000', '8000']
const equityAmounts = equityLines.flatMap((line) => {
  const below = `${BigInt(line) - 1n}.999999`
  const half = String(Number(line) / 2)
  return [line, below, `${line}.000001`, half, half, `${half}.000001`]
})

const equity = (random: Random, temper: Temper, asOf: Day) => () => {
  const Y = yearOf(asOf)
  return veil(random, temper, {
    paidInOn: random.chance(temper.good)
      ? near(random, [`${Y - 1}-06-30`, newYear(Y - 2), lastDay(Y - 1)])
      : near(random, [newYear(Y - 3), newYear(Y - 2), lastDay(Y - 1), newYear(Y), asOf]),
    amount: random.chance(0.1) ? random.pick(['0', '0.000001', '10']) : random.pick(equityAmounts),
    qualifiedInvestor: random.chance(0.5 + temper.good / 2),
    dilution: random.chance(temper.good)
      ? random.pick(['30', '12', '0', '29.999999'])
      : random.pick(['30', '30.000001', '31', '100']),
  })
}

const contests = (random: Random, temper: Temper, asOf: Day) => () =>
  veil(
    random,
    temper,
    {
      list: random.pick(['top500', 'top50']),
      group: random.pick(['enterprise', 'enterprise', 'enterprise', 'maker']),
      publishedOn: near(random, [newYear(yearOf(asOf) - 3), '2021-01-01', asOf, addYears(asOf, -1)]),
    },
    ['list'],
  )

const offices = [
  ...[
    'AR',
    'AU',
    'BR',
    'CA',
    'DE',
    'FR',
    'GB',
    'ID',
    'IN',
    'IT',
    'JP',
    'KR',
    'MX',
    'RU',
    'SA',
    'TR',
    'US',
    'ZA',
    'SG',
    'EP',
  ],
  ...['CN', 'HK', 'MO', 'TW', 'NL', 'ES', 'CH', 'PL', 'VN'],
]
const kinds = [
  ...['invention-patent', 'invention-patent', 'invention-patent', 'defence-patent', 'plant-variety', 'crop-variety'],
  ...['new-drug', 'protected-tcm', 'ic-layout', 'software-copyright', 'utility-model', 'design-patent'],
]

const rights = (random: Random, temper: Temper, asOf: Day) => () => {
  const mostly = () => random.chance(0.3 + 0.68 * temper.good)
  const rarely = () => random.chance(0.12)
  const right = veil(
    random,
    temper,
    {
      kind: random.pick(random.chance(temper.good) ? kinds.slice(0, 9) : kinds),
      grantedOn: near(random, [
        addYears(asOf, -10),
        addYears(asOf, -2),
        addYears(asOf, -5),
        '2012-02-29',
        '2016-02-29',
      ]),
      inForce: mostly(),
      selfDeveloped: random.chance(0.5),
      relatedToMainProduct: mostly(),
      ownerRank: random.pick([1, 1, 2, 3, 3, 4]),
      inUseWithBenefit: mostly(),
      overseasFamily: random.chance(0.6)
        ? []
        : listOf(random, 2, () => veil(random, temper, { office: random.pick(offices), examined: random.chance(0.7) })),
      overseasIncome: rarely(),
      highValuePledge: rarely(),
      awarded: rarely(),
    },
    ['kind'],
  )
  if (random.chance(temper.unknown)) return right
  const transferred = near(random, [addYears(asOf, -1), addYears(asOf, -3), asOf, '2024-02-29', '2023-02-28'])
  return { ...right, transferredInOn: random.chance(0.4 + 0.5 * temper.good) ? null : transferred }
}

const platformScores = (random: Random, temper: Temper, asOf: Day): Json[] => {
  const scores = ['50', '60', '49.999999', '59.999999', '50.000001', '60.0', '100', '0', '72.5', '61']
  // Often every year close to the lines, so that on renewal the year before decides.
  const close = random.chance(0.4)
  const near = ['49.999999', '50', '59.999999', '59.5', '60', '49.5']
  const score = () => {
    if (close) return random.pick(near)
    return random.chance(temper.good) ? random.pick(['60', '61', '72.5', '60.000001']) : random.pick(scores)
  }
  const years = [0, 1, 2].map((back) => yearOf(asOf) - back).filter(() => !random.chance(temper.unknown))
  if (random.chance(0.3)) years.reverse()
  return years.map((year) => veil(random, temper, { year, score: score() }, ['year']))
}

const codes = [
  ...[
    '01',
    '05',
    '0512',
    '06',
    '12',
    '13',
    '3562',
    '43',
    '44',
    '46',
    '47',
    '50',
    '51',
    '5169',
    '52',
    '54',
    '58',
    '591',
  ],
  ...[
    '5910',
    '592',
    '593',
    '5940',
    '595',
    '5960',
    '599',
    '597',
    '60',
    '61',
    '62',
    '63',
    '64',
    '6420',
    '65',
    '6513',
    '701',
    '7010',
    '702',
    '703',
  ],
  ...['704', '7040', '705', '709', '71', '72', '73', '75', '76', '79', '80', '82', '85', '86', '90'],
  ...['53', '59', '66', '69', '70', '83', '84', '8411', '91', '96', '97'],
]

/** A code of two to four digits, mostly at the ends of the sections. */
const industryCode = (random: Random): string => {
  if (random.chance(0.7)) return random.pick(codes)
  const division = String(1 + random.below(97)).padStart(2, '0')
  return `${division}${random.pick(['', '1', '5', '9', '10', '99'])}`
}

const enterprise = (random: Random, temper: Temper, asOf: Day, industry: string): Json => {
  const good = () => random.chance(0.6 + 0.4 * temper.good)
  const January = newYear(yearOf(asOf))
  const usccs = ['91410100DEM000014P', '91410300DEM000022W', '91419001DEM0000306']
  return {
    ...(random.chance(0.2) ? { name: '河南示例精密机械有限公司', uscc: random.pick(usccs), authority: '410100' } : {}),
    ...(random.chance(0.1) ? { usccConfirmed: false } : {}),
    ...veil(random, temper, {
      registeredInHenan: good(),
      independentLegalPerson: good(),
      industry,
      marketEnteredOn: random.chance(temper.good)
        ? near(random, [addYears(January, -3), addYears(January, -10), addYears(January, -8), addYears(January, -5)])
        : near(random, [...[-12, -6, -4, -3, -2, -1, 0, 1].map((n) => addYears(January, n)), '2020-02-29']),
      abnormalOperation: !good(),
      seriousDishonesty: !good(),
      prohibitedProduct: !good(),
      incidents: good()
        ? []
        : listOf(random, 2, () =>
            veil(
              random,
              temper,
              {
                kind: random.pick(['safety', 'cyber', 'data', 'quality', 'environment', 'tax', 'other-violation']),
                on: near(random, [addYears(asOf, -3), asOf, newYear(yearOf(asOf) - 3)]),
              },
              ['kind'],
            ),
          ),
    }),
  }
}

const product = (random: Random, temper: Temper): Json => {
  const good = () => random.chance(0.5 + 0.5 * temper.good)
  return veil(random, temper, {
    strategicEmerging: good(),
    chainRole: random.pick(['gap-filling', 'six-bases-or-leader-supplier', 'none']),
    keyField: good(),
    chainKeyLink: good(),
    marketShare: random.pick(['10', '10.0', '9.999999', '10.000001', '12.5', '0', '100']),
    marketRank: random.pick([1, 3, 3, 4, 20]),
    wellKnown: good(),
    shareForemost: good(),
  })
}

const management = (random: Random, temper: Temper): Json => {
  const good = () => random.chance(0.5 + 0.5 * temper.good)
  return veil(random, temper, {
    provincialQualityAward: random.chance(0.3),
    qualitySystemCertified: random.chance(0.5),
    managementSystemCertified: good(),
    productCertifiedAbroad: random.chance(0.4),
    ownBrand: random.chance(0.5),
    competitiveOwnBrand: good(),
    standardsSetting: random.chance(0.4),
    coreBusinessOnInformationSystem: good(),
    soundGovernance: good(),
    digitalLevel: random.below(5),
  })
}

// Where everything has to be met at once, an enterprise leaning to the good side more often shows both outcomes.
const demanding: readonly ReferenceStandard[] = [
  'miit-2022-63/little-giant',
  'miit-2026-2/specialised',
  'miit-2026-2/little-giant',
]

/** One enterprise's facts for a standard; the same seed gives the same facts. */
export const generateFacts = (standard: ReferenceStandard, seed: number): RawFacts => {
  const random = randomFrom(seed)
  const temper: Temper = {
    standard,
    unknown: random.pick([0, 0, 0.01, 0.03, 0.1, 0.3, 0.6]),
    good: random.pick(demanding.includes(standard) ? [0.6, 0.9, 0.97, 1, 1, 1] : [0.3, 0.6, 0.85, 0.97, 1]),
  }
  const asOf = random.pick(asOfDays(standard))
  const industry = industryCode(random)
  const institutional = standard !== 'miit-2022-63/innovative' || random.chance(0.2)
  const some = random.pick(demanding.includes(standard) ? [0, 2, 4, 5] : [0, 0, 1, 2])
  // Routes that bypass the score are rare, for otherwise they would hide it.
  const few = (most: number) => (random.chance(0.75) ? 0 : most)
  const facts = veil(
    random,
    { ...temper, unknown: temper.unknown / 3 },
    {
      application: random.pick(['new', 'new', 'renewal']),
      enterprise: enterprise(random, temper, asOf, industry),
      years: generateYears(random, temper, asOf, industry),
      intellectualProperty: listOf(random, some + random.pick([0, 2, 6]), rights(random, temper, asOf), some),
      scienceAwards: listOf(random, few(2), awards(random, temper, asOf)),
      honours: listOf(random, few(2), honours(random, temper, asOf)),
      rdInstitutions: listOf(
        random,
        2,
        institutions(random, temper),
        institutional && random.chance(temper.good) ? 1 : 0,
      ),
      equityFinancing: listOf(random, random.chance(0.5) ? few(3) : 3, equity(random, temper, asOf)),
      makerContest: listOf(random, few(2), contests(random, temper, asOf)),
      product: product(random, temper),
      management: management(random, temper),
      localFeature: veil(random, temper, { points: random.below(16) }),
      platformScores: platformScores(random, temper, asOf),
      titles: listOf(random, 2, titles(random, temper, asOf), random.chance(temper.good) ? 1 : 0),
    },
  )
  return { asOf, ...facts }
}
