import { randomFrom } from './population.ts'

/** A facts document, as a file would hold it. */
export type FirmDocument = { readonly [key: string]: unknown }

const wan = (fen: number): string => {
  const decimals = String(fen % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${Math.floor(fen / 1_000_000)}${decimals === '' ? '' : `.${decimals}`}`
}

/** Invented firms with every fact known: one to three patents of their own, two audited years, empty other lists. */
export const inventFirms = (count: number, seed: number): readonly FirmDocument[] => {
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(limit * random())
  const money = (most: number): number => 1_000_000 + below(most) * 10_000
  return Array.from({ length: count }, (_none, firm): FirmDocument => {
    const revenue = money(1_000_000)
    // One share in ten lies on an edge.
    const share = (whole: number, most: number): number =>
      random() < 0.1 ? (whole / 100) * below(most) : Math.floor((whole * most * random()) / 100)
    const main = share(revenue, 101)
    const assets = money(500_000)
    return {
      asOf: '2024-06-01',
      enterprise: { name: `河南示例第${firm}号企业`, registeredInHenan: true, independentLegalPerson: true },
      years: [
        {
          year: 2023,
          revenue: wan(revenue),
          mainRevenue: wan(main),
          rdExpense: wan(share(revenue, 9)),
          totalAssets: wan(assets),
          totalLiabilities: wan(share(assets, 101)),
        },
        { year: 2022, mainRevenue: wan(Math.max(1_000_000, Math.floor(main * (0.8 + 0.3 * random())))) },
      ],
      intellectualProperty: Array.from({ length: 1 + below(3) }, () => ({
        kind: 'invention-patent',
        grantedOn: `20${String(8 + below(15)).padStart(2, '0')}-0${1 + below(9)}-1${below(9)}`,
        inForce: random() < 0.9,
        selfDeveloped: random() < 0.7,
        relatedToMainProduct: random() < 0.9,
        transferredInOn: null,
        ownerRank: 1,
        inUseWithBenefit: true,
        overseasFamily: [],
        overseasIncome: false,
        highValuePledge: random() < 0.1,
        awarded: random() < 0.1,
      })),
      scienceAwards: [],
      honours: [],
      rdInstitutions: [],
      equityFinancing: [],
      product: { strategicEmerging: random() < 0.5 },
    }
  })
}
