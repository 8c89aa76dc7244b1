import fc from 'fast-check'
import type { FactsDocument } from '../regime/evaluation/change-facts.ts'

// Firms that all but reach a standard: most facts are strong, a few are weak, a few unknown. Gaps are found here, where
// firms made of everything (sample-firms.ts) mostly lack more than three things.

/** How many in twenty are weak, and unknown, of one firm's facts. */
interface Mood {
  readonly weak: number
  readonly unknown: number
}

const one = (
  { weak, unknown }: Mood,
  strong: fc.Arbitrary<unknown>,
  poor: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 20 - weak - unknown, arbitrary: strong },
    { weight: weak, arbitrary: poor },
    { weight: unknown, arbitrary: fc.constant(undefined) },
  )

const compact = <T extends object>(record: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  record.map((value) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T)

const wan = (fen: bigint): string => `${fen / 1_000_000n}.${(fen % 1_000_000n).toString().padStart(6, '0')}`

/** A share of a whole in 分, on its edge or one 分 beside it. */
const shareOf = (whole: bigint, ...percents: readonly number[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...percents), fc.constantFrom(-1n, 0n, 0n, 1n)).map(([percent, fen]) => {
    const value = (whole * BigInt(Math.round(percent * 100))) / 10_000n + fen
    return wan(value < 0n ? 0n : value)
  })

const year = (mood: Mood, number: number, revenue: bigint, back: number): fc.Arbitrary<object> => {
  const strong = back > 1 ? 90 : 96
  return compact(
    fc.record({
      year: fc.constant(number),
      revenue: one(mood, fc.constant(wan(revenue)), shareOf(revenue, 50, 90, 101)),
      mainRevenue: one(mood, shareOf(revenue, strong), shareOf(revenue, 55, 60, 70, 80, 89)),
      netProfit: one(mood, shareOf(revenue, 10, 12), shareOf(revenue, 1, 4, 6)),
      rdExpense: one(mood, shareOf(revenue, 10, 12), shareOf(revenue, 1, 2.5, 3, 5)),
      totalAssets: one(mood, fc.constant('10000'), fc.constantFrom('0', '4000')),
      totalLiabilities: one(
        mood,
        fc.constantFrom('4000', '5000'),
        fc.constantFrom('5500.000001', '7000', '7600', '9000'),
      ),
      employees: one(mood, fc.constant(200), fc.constantFrom(0, 60)),
      rdStaff: one(mood, fc.constantFrom(40, 100), fc.constantFrom(0, 9, 10, 19)),
    }),
  )
}

const flag = (mood: Mood): fc.Arbitrary<unknown> => one(mood, fc.constant(true), fc.constant(false))
const not = (mood: Mood): fc.Arbitrary<unknown> => one(mood, fc.constant(false), fc.constant(true))

const right = (mood: Mood) =>
  compact(
    fc.record({
      kind: fc.constantFrom('invention-patent', 'ic-layout', 'utility-model'),
      grantedOn: one(mood, fc.constant('2020-03-01'), fc.constant('2025-05-01')),
      inForce: flag(mood),
      selfDeveloped: flag(mood),
      relatedToMainProduct: flag(mood),
      transferredInOn: one(mood, fc.constant(null), fc.constant('2026-01-01')),
      ownerRank: one(mood, fc.constant(1), fc.constant(4)),
      inUseWithBenefit: flag(mood),
      overseasFamily: one(mood, fc.constant([]), fc.constant([{ office: 'US' }])),
      overseasIncome: not(mood),
      highValuePledge: not(mood),
      awarded: not(mood),
    }),
  )

const few = <T>(mood: Mood, entry: fc.Arbitrary<T>, most: number): fc.Arbitrary<unknown> =>
  one(mood, fc.array(entry, { maxLength: most }), fc.constant([]))

const title = (mood: Mood, tier: string) =>
  compact(
    fc.record({
      tier: fc.constant(tier),
      validFrom: one(mood, fc.constant('2024-01-01'), fc.constant('2027-01-01')),
      validTo: one(mood, fc.constant('2027-12-31'), fc.constant('2025-12-31')),
    }),
  )

const firm = (mood: Mood, revenue: bigint, clean: boolean): fc.Arbitrary<FactsDocument> => {
  const calm: Mood = clean ? { weak: 0, unknown: 0 } : { weak: 1, unknown: 1 }
  const last = { ...mood, unknown: Math.min(mood.unknown, 2) }
  return compact(
    fc.record({
      asOf: fc.constant('2026-06-01'),
      application: one(calm, fc.constantFrom('new', 'renewal'), fc.constant('new')),
      enterprise: compact(
        fc.record({
          registeredInHenan: flag(mood),
          independentLegalPerson: flag(mood),
          industry: one(calm, fc.constant('3562'), fc.constantFrom('7211', '70')),
          marketEnteredOn: one(calm, fc.constant('2015-01-01'), fc.constantFrom('2023-01-02', '2024-06-01')),
          abnormalOperation: not(mood),
          seriousDishonesty: not(mood),
          prohibitedProduct: not(mood),
          incidents: one(calm, fc.constant([]), fc.constant([{ kind: 'tax', on: '2025-01-01' }])),
        }),
      ),
      years: fc
        .tuple(
          year(last, 2025, revenue, 1),
          year(last, 2024, (revenue * 9n) / 10n, 2),
          year(last, 2023, (revenue * 4n) / 5n, 3),
        )
        .map((all): object[] => all),
      intellectualProperty: one(mood, fc.array(right(mood), { minLength: 1, maxLength: 5 }), fc.constant([])),
      scienceAwards: few(
        mood,
        compact(
          fc.record({
            level: fc.constantFrom('national', 'provincial'),
            on: one(mood, fc.constant('2022-01-01'), fc.constant('2025-01-01')),
            rank: one(mood, fc.constant(6), fc.constant(3)),
          }),
        ),
        1,
      ),
      honours: few(
        mood,
        compact(
          fc.record({
            kind: fc.constant('ip-advantage'),
            validFrom: one(mood, fc.constant('2020-01-01'), fc.constant('2025-01-01')),
            validTo: fc.constant('2023-01-01'),
          }),
        ),
        1,
      ),
      rdInstitutions: one(
        mood,
        fc.array(
          compact(
            fc.record({
              level: fc.constantFrom('municipal', 'below-municipal', 'provincial'),
              recognised: one(mood, fc.constant(true), fc.constant(false)),
            }),
          ),
          { minLength: 1, maxLength: 2 },
        ),
        fc.constant([]),
      ),
      equityFinancing: few(
        mood,
        compact(
          fc.record({
            paidInOn: one(mood, fc.constant('2025-12-31'), fc.constant('2023-01-01')),
            amount: one(mood, fc.constantFrom('100', '499.999999', '1999'), fc.constant('20')),
            qualifiedInvestor: flag(mood),
            dilution: one(mood, fc.constant('10'), fc.constant('31')),
          }),
        ),
        2,
      ),
      makerContest: few(
        calm,
        compact(
          fc.record({
            list: fc.constantFrom('top500', 'top50'),
            group: fc.constant('enterprise'),
            publishedOn: fc.constant('2021-05-01'),
          }),
        ),
        1,
      ),
      product: compact(
        fc.record({
          strategicEmerging: flag(mood),
          chainRole: one(mood, fc.constantFrom('gap-filling', 'six-bases-or-leader-supplier'), fc.constant('none')),
          keyField: flag(mood),
          chainKeyLink: flag(mood),
          marketShare: one(mood, fc.constantFrom('10', '30'), fc.constantFrom('0', '9.999999')),
          marketRank: one(mood, fc.constantFrom(1, 3), fc.constantFrom(4, 9)),
          wellKnown: flag(mood),
          shareForemost: flag(mood),
        }),
      ),
      management: compact(
        fc.record({
          provincialQualityAward: not(mood),
          qualitySystemCertified: flag(mood),
          managementSystemCertified: flag(mood),
          productCertifiedAbroad: not(mood),
          ownBrand: flag(mood),
          competitiveOwnBrand: flag(mood),
          standardsSetting: not(mood),
          coreBusinessOnInformationSystem: flag(mood),
          soundGovernance: flag(mood),
          digitalLevel: one(mood, fc.constantFrom(2, 3), fc.constantFrom(0, 1)),
        }),
      ),
      localFeature: compact(
        fc.record({ points: one({ weak: 4, unknown: 8 }, fc.constantFrom(10, 15), fc.constant(3)) }),
      ),
      platformScores: one(
        mood,
        fc.constant([{ year: 2026, score: '65' }]),
        fc.constantFrom([{ year: 2026, score: '49.5' }], [{ year: 2025, score: '60' }]),
      ),
      titles: one(
        mood,
        fc.tuple(title(mood, 'innovative'), title(mood, 'specialised')).map((all): object[] => all),
        fc.constant([]),
      ),
    }),
  )
}

/** Facts documents of invented firms applying on 2026-06-01, each lacking a little. */
export const nearMisses: fc.Arbitrary<FactsDocument> = fc
  .record({
    weak: fc.constantFrom(1, 2, 4, 8),
    unknown: fc.constantFrom(0, 0, 1, 3),
    revenue: fc.constantFrom(1000, 1499, 5000, 8000, 10_000, 20_000),
    clean: fc.boolean(),
  })
  .chain(({ revenue, clean, ...mood }) => firm(mood, BigInt(revenue) * 1_000_000n, clean))
