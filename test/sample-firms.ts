import fc from 'fast-check'
import type { FactsDocument } from '../regime/evaluation/change-facts.ts'

// Firms for property tests: amounts stand on and beside the thresholds of the law, and anything may be unknown.

const sometimes = <T>(value: fc.Arbitrary<T>, unknown = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 12, arbitrary: value }, { weight: unknown, arbitrary: fc.constant(undefined) })

const money = (...near: readonly number[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...near), fc.constantFrom(-1n, 0n, 0n, 0n, 1n)).map(([wan, fen]) => {
    const value = BigInt(Math.round(wan * 1_000_000)) + fen
    const size = value < 0n ? 0n : value
    return `${size / 1_000_000n}.${(size % 1_000_000n).toString().padStart(6, '0')}`
  })

const day = fc.constantFrom(
  '2013-05-31',
  '2014-06-01',
  '2020-12-31',
  '2021-01-01',
  '2021-06-02',
  '2022-06-01',
  '2023-06-01',
  '2024-06-01',
  '2024-06-02',
  '2030-01-01',
)

const compact = <T extends object>(record: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  record.map((value) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T)

const flag = sometimes(fc.boolean())

const year = (number: number, scale: number): fc.Arbitrary<object> =>
  compact(
    fc.record({
      year: fc.constant(number),
      revenue: sometimes(money(1000 * scale, 1500 * scale, 4000, 5000, 10_000, 0)),
      mainRevenue: sometimes(money(500 * scale, 700 * scale, 800 * scale, 900 * scale, 1000 * scale)),
      netProfit: sometimes(money(0, 20, 80, 100, 150)),
      rdExpense: sometimes(money(10, 30, 50, 100, 150, 300, 600, 1000, 1600)),
      totalAssets: sometimes(money(1000, 2000, 0)),
      totalLiabilities: sometimes(money(500, 550, 700, 750, 800, 1600)),
      employees: sometimes(fc.constantFrom(0, 100, 300, 1000)),
      rdStaff: sometimes(fc.constantFrom(0, 5, 19, 20, 50, 100)),
    }),
  )

const right = compact(
  fc.record({
    kind: fc.constantFrom('invention-patent', 'defence-patent', 'ic-layout', 'software-copyright', 'utility-model'),
    grantedOn: sometimes(day),
    inForce: flag,
    selfDeveloped: flag,
    relatedToMainProduct: flag,
    transferredInOn: sometimes(fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day })),
    ownerRank: sometimes(fc.constantFrom(1, 3, 4)),
    inUseWithBenefit: flag,
    overseasFamily: sometimes(
      fc.array(compact(fc.record({ office: sometimes(fc.constantFrom('US', 'EP', 'CN', 'NL')), examined: flag })), {
        maxLength: 2,
      }),
    ),
    overseasIncome: flag,
    highValuePledge: flag,
    awarded: flag,
  }),
)

const interval = { validFrom: sometimes(day), validTo: sometimes(day) }
const listOf = <T>(entry: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<T[] | undefined> =>
  sometimes(fc.array(entry, { maxLength }))

/** Facts documents of invented firms applying on 2024-06-01. */
export const firms: fc.Arbitrary<FactsDocument> = compact(
  fc.record({
    asOf: fc.constant('2024-06-01'),
    application: sometimes(fc.constantFrom('new', 'renewal')),
    enterprise: sometimes(
      compact(
        fc.record({
          registeredInHenan: flag,
          independentLegalPerson: flag,
          industry: sometimes(fc.constantFrom('3562', '6513', '7010', '7211', '53', '70', '0111')),
          marketEnteredOn: sometimes(
            fc.constantFrom('2010-01-01', '2019-06-01', '2021-01-01', '2021-01-02', '2022-01-01', '2024-01-01'),
          ),
          abnormalOperation: flag,
          seriousDishonesty: flag,
          prohibitedProduct: flag,
          incidents: listOf(compact(fc.record({ kind: fc.constantFrom('safety', 'tax'), on: sometimes(day) })), 1),
        }),
      ),
    ),
    years: sometimes(fc.tuple(year(2023, 1.2), year(2022, 1.1), year(2021, 1)).map((all): object[] => all)),
    intellectualProperty: listOf(right, 5),
    scienceAwards: listOf(
      compact(
        fc.record({
          level: fc.constantFrom('national', 'provincial'),
          on: sometimes(day),
          rank: sometimes(fc.constantFrom(1, 3, 4, 5, 6)),
        }),
      ),
    ),
    honours: listOf(compact(fc.record({ kind: fc.constantFrom('high-tech-enterprise', 'ip-advantage'), ...interval }))),
    rdInstitutions: listOf(
      compact(
        fc.record({
          level: fc.constantFrom('national', 'provincial', 'municipal', 'below-municipal'),
          recognised: flag,
        }),
      ),
    ),
    equityFinancing: listOf(
      compact(
        fc.record({
          paidInOn: sometimes(fc.constantFrom('2020-12-31', '2021-01-01', '2022-01-01', '2023-12-31', '2024-01-01')),
          amount: sometimes(money(250, 500, 2000, 6000, 8000)),
          qualifiedInvestor: flag,
          dilution: sometimes(fc.constantFrom('10', '30', '30.000001')),
        }),
      ),
    ),
    makerContest: listOf(
      compact(
        fc.record({
          list: fc.constantFrom('top500', 'top50'),
          group: sometimes(fc.constantFrom('enterprise', 'maker')),
          publishedOn: sometimes(day),
        }),
      ),
      1,
    ),
    product: sometimes(
      compact(
        fc.record({
          strategicEmerging: flag,
          chainRole: sometimes(fc.constantFrom('gap-filling', 'six-bases-or-leader-supplier', 'none')),
          keyField: flag,
          chainKeyLink: flag,
          marketShare: sometimes(fc.constantFrom('0', '9.999999', '10', '55')),
          marketRank: sometimes(fc.constantFrom(1, 3, 4)),
          wellKnown: flag,
          shareForemost: flag,
        }),
      ),
    ),
    management: sometimes(
      compact(
        fc.record({
          provincialQualityAward: flag,
          qualitySystemCertified: flag,
          managementSystemCertified: flag,
          productCertifiedAbroad: flag,
          ownBrand: flag,
          competitiveOwnBrand: flag,
          standardsSetting: flag,
          coreBusinessOnInformationSystem: flag,
          soundGovernance: flag,
          digitalLevel: sometimes(fc.integer({ min: 0, max: 4 })),
        }),
      ),
    ),
    localFeature: sometimes(compact(fc.record({ points: sometimes(fc.integer({ min: 0, max: 15 }), 6) }))),
    platformScores: sometimes(
      fc.constantFrom(
        [],
        [{ year: 2024, score: '50' }],
        [
          { year: 2024, score: '59.999999' },
          { year: 2023, score: '60' },
        ],
        [{ year: 2023, score: '49' }],
      ),
    ),
    titles: listOf(
      compact(
        fc.record({ tier: fc.constantFrom('innovative', 'tech-sme', 'specialised', 'little-giant'), ...interval }),
      ),
    ),
  }),
)
