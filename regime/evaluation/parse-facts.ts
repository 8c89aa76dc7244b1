import { describeUsccFault, findUsccFault } from '../kernel/uscc.ts'
import {
  anyCount,
  authority,
  day,
  digitalLevel,
  flag,
  group,
  industry,
  localPoints,
  name,
  office,
  oneOf,
  percent,
  positive,
  signed,
  uscc,
  year,
} from './fact-readers.ts'
import { list, optional, required, type Strict, section, yearly } from './fact-section.ts'
import {
  awardLevels,
  chainRoles,
  contestLists,
  type EnterpriseFacts,
  type Facts,
  honourKinds,
  incidentKinds,
  institutionLevels,
  rightKinds,
  titleTiers,
} from './facts.ts'
import { FactsRefusal } from './facts-refusal.ts'
import { Fault } from './fault.ts'

const incident = section({ kind: oneOf(incidentKinds), on: day }, (given, read) => ({
  kind: required('kind', read.kind(given.kind)),
  on: read.on(given.on),
}))

const anyEnterprise = section(
  {
    name,
    uscc,
    usccConfirmed: flag,
    authority,
    registeredInHenan: flag,
    independentLegalPerson: flag,
    industry,
    marketEnteredOn: day,
    abnormalOperation: flag,
    seriousDishonesty: flag,
    prohibitedProduct: flag,
    incidents: list(incident),
  },
  (given, read) => ({
    name: read.name(given.name),
    uscc: read.uscc(given.uscc),
    usccConfirmed: read.usccConfirmed(given.usccConfirmed),
    authority: read.authority(given.authority),
    registeredInHenan: read.registeredInHenan(given.registeredInHenan),
    independentLegalPerson: read.independentLegalPerson(given.independentLegalPerson),
    industry: read.industry(given.industry),
    marketEnteredOn: read.marketEnteredOn(given.marketEnteredOn),
    abnormalOperation: read.abnormalOperation(given.abnormalOperation),
    seriousDishonesty: read.seriousDishonesty(given.seriousDishonesty),
    prohibitedProduct: read.prohibitedProduct(given.prohibitedProduct),
    incidents: read.incidents(given.incidents),
  }),
)

/** 统一社会信用代码: the check digit is verified unless an officer has seen the licence (`usccConfirmed`). */
const enterprise: Strict<EnterpriseFacts> = (value) => {
  const read = anyEnterprise(value)
  const fault = read.uscc === null || read.usccConfirmed === true ? undefined : findUsccFault(read.uscc)
  if (fault) throw new Fault('/uscc', describeUsccFault(fault), '符合 GB 32100 的代码，或经主管部门核验营业执照')
  return read
}

const yearFacts = section(
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
  (given, read) => ({
    year: required('year', read.year(given.year)),
    revenue: read.revenue(given.revenue),
    mainRevenue: read.mainRevenue(given.mainRevenue),
    netProfit: read.netProfit(given.netProfit),
    rdExpense: read.rdExpense(given.rdExpense),
    totalAssets: read.totalAssets(given.totalAssets),
    totalLiabilities: read.totalLiabilities(given.totalLiabilities),
    employees: read.employees(given.employees),
    rdStaff: read.rdStaff(given.rdStaff),
  }),
)

const familyMember = section({ office, examined: flag }, (given, read) => ({
  office: read.office(given.office),
  examined: read.examined(given.examined),
}))

/** `transferredInOn` is the one key where null means something: not acquired by transfer. */
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
    overseasFamily: list(familyMember),
    overseasIncome: flag,
    highValuePledge: flag,
    awarded: flag,
  },
  (given, read) => ({
    kind: required('kind', read.kind(given.kind)),
    grantedOn: read.grantedOn(given.grantedOn),
    inForce: read.inForce(given.inForce),
    selfDeveloped: read.selfDeveloped(given.selfDeveloped),
    relatedToMainProduct: read.relatedToMainProduct(given.relatedToMainProduct),
    transferredInOn: given.transferredInOn === null ? ('never' as const) : read.transferredInOn(given.transferredInOn),
    ownerRank: read.ownerRank(given.ownerRank),
    inUseWithBenefit: read.inUseWithBenefit(given.inUseWithBenefit),
    overseasFamily: read.overseasFamily(given.overseasFamily),
    overseasIncome: read.overseasIncome(given.overseasIncome),
    highValuePledge: read.highValuePledge(given.highValuePledge),
    awarded: read.awarded(given.awarded),
  }),
)

const rights = list(right)

const MOST_FAMILY = 100_000

/** The one list within a list: its entries are bounded all together. */
const intellectualProperty: typeof rights = (value) => {
  const read = rights(value)
  let family = 0
  for (const { overseasFamily } of read ?? []) family += overseasFamily?.length ?? 0
  if (family > MOST_FAMILY)
    throw new Fault('', `各项的海外同族共 ${family} 项`, `各项的海外同族合计至多 ${MOST_FAMILY} 项`)
  return read
}

const award = section({ level: oneOf(awardLevels), on: day, rank: anyCount }, (given, read) => ({
  level: required('level', read.level(given.level)),
  on: read.on(given.on),
  rank: read.rank(given.rank),
}))

const honour = section({ kind: oneOf(honourKinds), validFrom: day, validTo: day }, (given, read) => ({
  kind: required('kind', read.kind(given.kind)),
  validFrom: read.validFrom(given.validFrom),
  validTo: read.validTo(given.validTo),
}))

const institution = section({ level: oneOf(institutionLevels), recognised: flag }, (given, read) => ({
  level: required('level', read.level(given.level)),
  recognised: read.recognised(given.recognised),
}))

const financing = section(
  { paidInOn: day, amount: positive, qualifiedInvestor: flag, dilution: percent },
  (given, read) => ({
    paidInOn: read.paidInOn(given.paidInOn),
    amount: read.amount(given.amount),
    qualifiedInvestor: read.qualifiedInvestor(given.qualifiedInvestor),
    dilution: read.dilution(given.dilution),
  }),
)

const contest = section({ list: oneOf(contestLists), group, publishedOn: day }, (given, read) => ({
  list: required('list', read.list(given.list)),
  group: read.group(given.group),
  publishedOn: read.publishedOn(given.publishedOn),
}))

const product = section(
  {
    strategicEmerging: flag,
    chainRole: oneOf(chainRoles),
    keyField: flag,
    chainKeyLink: flag,
    marketShare: percent,
    marketRank: anyCount,
    wellKnown: flag,
    shareForemost: flag,
  },
  (given, read) => ({
    strategicEmerging: read.strategicEmerging(given.strategicEmerging),
    chainRole: read.chainRole(given.chainRole),
    keyField: read.keyField(given.keyField),
    chainKeyLink: read.chainKeyLink(given.chainKeyLink),
    marketShare: read.marketShare(given.marketShare),
    marketRank: read.marketRank(given.marketRank),
    wellKnown: read.wellKnown(given.wellKnown),
    shareForemost: read.shareForemost(given.shareForemost),
  }),
)

const management = section(
  {
    provincialQualityAward: flag,
    qualitySystemCertified: flag,
    managementSystemCertified: flag,
    productCertifiedAbroad: flag,
    ownBrand: flag,
    competitiveOwnBrand: flag,
    standardsSetting: flag,
    coreBusinessOnInformationSystem: flag,
    soundGovernance: flag,
    digitalLevel,
  },
  (given, read) => ({
    provincialQualityAward: read.provincialQualityAward(given.provincialQualityAward),
    qualitySystemCertified: read.qualitySystemCertified(given.qualitySystemCertified),
    managementSystemCertified: read.managementSystemCertified(given.managementSystemCertified),
    productCertifiedAbroad: read.productCertifiedAbroad(given.productCertifiedAbroad),
    ownBrand: read.ownBrand(given.ownBrand),
    competitiveOwnBrand: read.competitiveOwnBrand(given.competitiveOwnBrand),
    standardsSetting: read.standardsSetting(given.standardsSetting),
    coreBusinessOnInformationSystem: read.coreBusinessOnInformationSystem(given.coreBusinessOnInformationSystem),
    soundGovernance: read.soundGovernance(given.soundGovernance),
    digitalLevel: read.digitalLevel(given.digitalLevel),
  }),
)

const localFeature = section({ points: localPoints }, (given, read) => ({ points: read.points(given.points) }))

const platformScore = section({ year, score: percent }, (given, read) => ({
  year: required('year', read.year(given.year)),
  score: read.score(given.score),
}))

const title = section({ tier: oneOf(titleTiers), validFrom: day, validTo: day }, (given, read) => ({
  tier: required('tier', read.tier(given.tier)),
  validFrom: read.validFrom(given.validFrom),
  validTo: read.validTo(given.validTo),
}))

const document: Strict<Facts> = section(
  {
    asOf: day,
    application: oneOf(['new', 'renewal']),
    enterprise: optional(enterprise),
    years: yearly(yearFacts),
    intellectualProperty,
    scienceAwards: list(award),
    honours: list(honour),
    rdInstitutions: list(institution),
    equityFinancing: list(financing),
    makerContest: list(contest),
    product: optional(product),
    management: optional(management),
    localFeature: optional(localFeature),
    platformScores: yearly(platformScore),
    titles: list(title),
  },
  (given, read) => ({
    asOf: required('asOf', read.asOf(given.asOf)),
    application: read.application(given.application),
    enterprise: read.enterprise(given.enterprise),
    years: read.years(given.years),
    intellectualProperty: read.intellectualProperty(given.intellectualProperty),
    scienceAwards: read.scienceAwards(given.scienceAwards),
    honours: read.honours(given.honours),
    rdInstitutions: read.rdInstitutions(given.rdInstitutions),
    equityFinancing: read.equityFinancing(given.equityFinancing),
    makerContest: read.makerContest(given.makerContest),
    product: read.product(given.product),
    management: read.management(given.management),
    localFeature: read.localFeature(given.localFeature),
    platformScores: read.platformScores(given.platformScores),
    titles: read.titles(given.titles),
    source: given,
  }),
)

/**
 * Lets the facts of one enterprise in: a JSON value as docs/evaluation.md describes it. Throws a FactsRefusal (JSON
 * pointer, what is wrong, what is allowed) at the first thing that is not allowed. The depth it follows is that of the
 * form, so nesting cannot exhaust it.
 */
export const parseFacts = (value: unknown): Facts => {
  try {
    return document(value)
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    throw new FactsRefusal(fault.pointer, fault.problem, fault.allowed)
  }
}
