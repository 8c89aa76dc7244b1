import type { Expression } from '../../regime/evaluation/explanation.ts'
import type { FormulaLine } from '../../regime/evaluation/telling/outline.ts'
import { unanswered } from '../../regime/evaluation/telling/words.ts'

const bracketed = (expression: Expression): string =>
  expression.form === 'value' ||
  (expression.form === 'fraction' && expression.terms.every((term) => term.form === 'value'))
    ? plain(expression)
    : `（${plain(expression)}）`

const plain = (expression: Expression): string => {
  if (expression.form === 'value')
    return `${expression.label}${expression.text === null ? `（${unanswered}）` : ` ${expression.text}`}`
  const terms = expression.terms.map((term) => (expression.form === 'sum' ? plain(term) : bracketed(term)))
  switch (expression.form) {
    case 'fraction':
      return terms.join(' ÷ ')
    case 'sum':
      return terms.join(' + ')
    case 'difference':
      return terms.join(' − ')
    case 'mean':
      return `（${expression.terms.map(bracketed).join(' + ')}）÷ ${expression.terms.length}`
    case 'compound':
      return `√（${terms.join(' ÷ ')}）− 1`
    case 'count':
      return terms.join('、')
  }
}

/** What belongs together stays on one line. */
const tied = (text: string): string => text.replaceAll(' ', '\u00a0')

/** A formula on one line, with what it comes to: 研发费用总额 50.05 万元 ÷ 营业收入总额 1,001.00 万元 = 5.00%. */
export const formulaLine = ({ expression, equals, threshold }: FormulaLine): string => {
  const reached = equals === null ? '' : /^[=≈]/.test(equals) ? ` ${tied(equals)}` : `，${equals}`
  const demanded = threshold === null ? '' : `　${tied(`要求 ${threshold}`)}`
  return `${plain(expression)}${reached}${demanded}`
}
