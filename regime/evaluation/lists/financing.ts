import { yearOf } from '../../kernel/day.ts'
import { readMoney } from '../../kernel/money.ts'
import type { Context } from '../context.ts'
import type { FinancingFacts } from '../facts.ts'
import { readDecimal } from '../reading-numbers.ts'
import type { FinancingTerms } from '../terms.ts'
import type { ListFamily, Reason } from './list.ts'
import { flagReason } from './reasons.ts'

/** 股权融资, round by round; what adds up is the amount paid in. */
export const financing: ListFamily = {
  id: 'equityFinancing',
  nameOfList: '股权融资',
  path: () => '/equityFinancing',
  read: ({ facts }) => facts.equityFinancing,
  nameOf: ({ amount }: FinancingFacts, index) =>
    `第 ${index + 1} 笔 ${amount === null ? '金额未填' : readMoney(amount)}`,
  amountOf: ({ amount }: FinancingFacts) => amount,
  amountKey: 'amount',
}

const qualified = flagReason<FinancingFacts>('qualified', 'qualifiedInvestor', {
  met: '合格机构投资者实缴',
  unmet: '不是合格机构投资者',
  undetermined: '是否合格机构投资者未填',
})

/** 新增: paid in within calendar years Y − first … Y − last. */
const paidIn = (first: number, last: number): Reason => ({
  id: `paid-in/${first}-${last}`,
  judge: ({ paidInOn }: FinancingFacts, { year }: Context) => {
    if (paidInOn === null) return 'undetermined'
    const paid = yearOf(paidInOn)
    return paid >= year - first && paid <= year - last ? 'met' : 'unmet'
  },
  sentence: ({ paidInOn }: FinancingFacts, { year }: Context, verdict) => {
    const span = `${year - first} 至 ${year - last} 年`
    if (paidInOn === null) return '实缴日期未填'
    return verdict === 'met' ? `${paidInOn} 实缴，在 ${span}内` : `${paidInOn} 实缴，不在 ${span}内`
  },
  missing: ({ paidInOn }: FinancingFacts) => (paidInOn === null ? ['/paidInOn'] : []),
})

const dilution = ({ dilutionAtMost }: FinancingTerms): Reason => ({
  id: 'dilution',
  judge: (round: FinancingFacts) =>
    round.dilution === null ? 'undetermined' : round.dilution <= dilutionAtMost ? 'met' : 'unmet',
  sentence: (round: FinancingFacts, _context, verdict) => {
    if (round.dilution === null) return '出让股权比例未填'
    const share = `出让股权 ${readDecimal(round.dilution)}%`
    const limit = `${readDecimal(dilutionAtMost)}%`
    return verdict === 'met' ? `${share}，不超过 ${limit}` : `${share}，超过 ${limit}`
  },
  missing: (round: FinancingFacts) => (round.dilution === null ? ['/dilution'] : []),
})

export const financingReasons = (first: number, last: number, terms: FinancingTerms): readonly Reason[] => [
  paidIn(first, last),
  qualified,
  dilution(terms),
]
