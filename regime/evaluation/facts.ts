import type { LocalCode } from '../jurisdiction/authorities.ts'
import type { Day } from '../kernel/day.ts'
import type { Amount } from '../kernel/fraction.ts'

/**
 * The facts of one enterprise as the door let them in. `null` is *unknown* everywhere — never zero, never false, never
 * none; an empty list is known to be empty. Money is 分; percentages and scores are millionths (12.5 → 12 500 000).
 * Made by `parseFacts` only.
 */
export interface Facts {
  readonly asOf: Day
  readonly application: 'new' | 'renewal' | null
  readonly enterprise: EnterpriseFacts | null
  readonly years: readonly YearFacts[] | null
  readonly intellectualProperty: readonly RightFacts[] | null
  readonly scienceAwards: readonly AwardFacts[] | null
  readonly honours: readonly HonourFacts[] | null
  readonly rdInstitutions: readonly InstitutionFacts[] | null
  readonly equityFinancing: readonly FinancingFacts[] | null
  readonly makerContest: readonly ContestFacts[] | null
  readonly product: ProductFacts | null
  readonly management: ManagementFacts | null
  readonly localFeature: LocalFeatureFacts | null
  readonly platformScores: readonly PlatformScoreFacts[] | null
  readonly titles: readonly TitleFacts[] | null
  /** The value as it came in, of which the digest is taken. */
  readonly source: unknown
}

export interface EnterpriseFacts {
  readonly name: string | null
  readonly uscc: string | null
  readonly usccConfirmed: boolean | null
  readonly authority: LocalCode | null
  readonly registeredInHenan: boolean | null
  readonly independentLegalPerson: boolean | null
  readonly industry: string | null
  readonly marketEnteredOn: Day | null
  readonly abnormalOperation: boolean | null
  readonly seriousDishonesty: boolean | null
  readonly prohibitedProduct: boolean | null
  readonly incidents: readonly IncidentFacts[] | null
}

export const incidentKinds = ['safety', 'cyber', 'data', 'quality', 'environment', 'tax', 'other-violation'] as const
export interface IncidentFacts {
  readonly kind: (typeof incidentKinds)[number]
  readonly on: Day | null
}

export interface YearFacts {
  readonly year: number
  readonly revenue: Amount | null
  readonly mainRevenue: Amount | null
  readonly netProfit: Amount | null
  readonly rdExpense: Amount | null
  readonly totalAssets: Amount | null
  readonly totalLiabilities: Amount | null
  readonly employees: number | null
  readonly rdStaff: number | null
}

export const rightKinds = [
  'invention-patent',
  'defence-patent',
  'plant-variety',
  'crop-variety',
  'new-drug',
  'protected-tcm',
  'ic-layout',
  'software-copyright',
  'utility-model',
  'design-patent',
] as const
export type RightKind = (typeof rightKinds)[number]

export interface RightFacts {
  readonly kind: RightKind
  readonly grantedOn: Day | null
  readonly inForce: boolean | null
  readonly selfDeveloped: boolean | null
  readonly relatedToMainProduct: boolean | null
  /** `never` when the input says `null`: not acquired by transfer. `null` when the key is missing: unknown. */
  readonly transferredInOn: Day | 'never' | null
  readonly ownerRank: number | null
  readonly inUseWithBenefit: boolean | null
  readonly overseasFamily: readonly FamilyFacts[] | null
  readonly overseasIncome: boolean | null
  readonly highValuePledge: boolean | null
  readonly awarded: boolean | null
}

export interface FamilyFacts {
  readonly office: string | null
  readonly examined: boolean | null
}

export const awardLevels = ['national', 'provincial'] as const
export interface AwardFacts {
  readonly level: (typeof awardLevels)[number]
  readonly on: Day | null
  readonly rank: number | null
}

export const honourKinds = [
  'high-tech-enterprise',
  'national-innovation-demonstration',
  'ip-advantage',
  'ip-demonstration',
] as const
export interface HonourFacts {
  readonly kind: (typeof honourKinds)[number]
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

export const institutionLevels = ['national', 'provincial', 'municipal', 'below-municipal'] as const
export interface InstitutionFacts {
  readonly level: (typeof institutionLevels)[number]
  readonly recognised: boolean | null
}

export interface FinancingFacts {
  readonly paidInOn: Day | null
  readonly amount: Amount | null
  readonly qualifiedInvestor: boolean | null
  readonly dilution: number | null
}

export const contestLists = ['top500', 'top50'] as const
export interface ContestFacts {
  readonly list: (typeof contestLists)[number]
  readonly group: string | null
  readonly publishedOn: Day | null
}

export const chainRoles = ['gap-filling', 'six-bases-or-leader-supplier', 'none'] as const
export interface ProductFacts {
  readonly strategicEmerging: boolean | null
  readonly chainRole: (typeof chainRoles)[number] | null
  readonly keyField: boolean | null
  readonly chainKeyLink: boolean | null
  readonly marketShare: number | null
  readonly marketRank: number | null
  readonly wellKnown: boolean | null
  readonly shareForemost: boolean | null
}

export interface ManagementFacts {
  readonly provincialQualityAward: boolean | null
  readonly qualitySystemCertified: boolean | null
  readonly managementSystemCertified: boolean | null
  readonly productCertifiedAbroad: boolean | null
  readonly ownBrand: boolean | null
  readonly competitiveOwnBrand: boolean | null
  readonly standardsSetting: boolean | null
  readonly coreBusinessOnInformationSystem: boolean | null
  readonly soundGovernance: boolean | null
  readonly digitalLevel: number | null
}

export interface LocalFeatureFacts {
  readonly points: number | null
}

export interface PlatformScoreFacts {
  readonly year: number
  readonly score: number | null
}

export const titleTiers = ['innovative', 'tech-sme', 'specialised', 'little-giant'] as const
export interface TitleFacts {
  readonly tier: (typeof titleTiers)[number]
  readonly validFrom: Day | null
  readonly validTo: Day | null
}
