import { type YearAmount, yearAmount } from '../inputs.ts'
import { ratio } from '../mechanisms/ratio.ts'
import type { MetricDefinition } from './definition.ts'

const share = (id: string, name: string, part: YearAmount, whole: YearAmount): MetricDefinition => ({
  id,
  takes: ['year'],
  bind: ({ year = 1 }) => ({
    kind: 'number',
    key: `${id}@${year}`,
    name,
    unit: '%',
    mechanism: ratio,
    inputs: [yearAmount(part, year), yearAmount(whole, year)],
  }),
})

/** 研发费用总额占营业收入总额比重. */
export const rdIntensity = share('rd-intensity', '研发费用总额占营业收入总额比重', 'rdExpense', 'revenue')

/** 主营业务收入总额占营业收入总额比重. */
export const mainBusinessShare = share(
  'main-business-share',
  '主营业务收入总额占营业收入总额比重',
  'mainRevenue',
  'revenue',
)

/** 净利润率. */
export const netProfitMargin = share('net-profit-margin', '净利润率', 'netProfit', 'revenue')

/** 资产负债率, at the end of the year. */
export const debtRatio = share('debt-ratio', '资产负债率', 'totalLiabilities', 'totalAssets')

/** 研发人员占比, at the end of the year. */
export const rdStaffShare = share('rd-staff-share', '研发人员占职工总数比重', 'rdStaff', 'employees')
