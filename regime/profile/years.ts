import type { Field } from './field.ts'

/** Whose figures a year's statements are: 单一 of the firm itself, 合并 of the group it leads. */
export const statementBases = Object.freeze({ single: '单体报表', consolidated: '合并报表' } as const)

const year = (name: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field =>
  Object.freeze({ path: `/years/{year}/${name}`, label, kind, ...more })

/** What is asked of every audited fiscal year, in the order of the form. */
export const yearFields = Object.freeze([
  year('basis', '报表口径', 'choice', { choices: statementBases, formOnly: true }),
  year('revenue', '营业收入', 'money'),
  year('mainRevenue', '其中：主营业务收入', 'money', { hint: '审计报告未体现的，附专项说明。' }),
  year('netProfit', '净利润', 'signed-money', { hint: '亏损填负数，例如 -35.2。' }),
  year('totalAssets', '年末资产总额', 'money'),
  year('totalLiabilities', '年末负债总额', 'money'),
  year('rdExpense', '研发费用', 'money'),
  year('employees', '年末全职职工人数', 'count'),
  year('rdStaff', '其中：研发人员', 'count'),
] as const satisfies readonly Field[])
