import { type Day, yearOf } from '../../../regime/kernel/day.ts'

/** An invented firm for trying the self-check: one figure (负债总额) is left out, to show what an open point looks like. */
export const exampleFacts = (asOf: Day) => {
  const last = yearOf(asOf) - 1
  return {
    asOf,
    application: 'new',
    enterprise: {
      registeredInHenan: true,
      independentLegalPerson: true,
      industry: '3453',
      abnormalOperation: false,
      seriousDishonesty: false,
      prohibitedProduct: false,
      incidents: [],
    },
    years: [
      {
        year: last,
        revenue: '1001',
        mainRevenue: '985.6',
        rdExpense: '50.05',
        totalAssets: '1620.5',
        employees: 120,
      },
      { year: last - 1, mainRevenue: '880' },
    ],
    intellectualProperty: [
      {
        kind: 'invention-patent',
        grantedOn: `${last - 4}-03-16`,
        inForce: true,
        relatedToMainProduct: true,
        selfDeveloped: true,
        transferredInOn: null,
        overseasFamily: [],
        highValuePledge: false,
        awarded: false,
      },
      {
        kind: 'utility-model',
        grantedOn: `${last - 1}-11-02`,
        inForce: true,
        relatedToMainProduct: true,
        selfDeveloped: true,
        transferredInOn: null,
      },
    ],
    scienceAwards: [],
    honours: [],
    rdInstitutions: [{ level: 'municipal', recognised: true }],
    equityFinancing: [],
    product: { strategicEmerging: true },
  }
}
