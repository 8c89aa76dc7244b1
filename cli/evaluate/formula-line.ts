import type { Expression, Formula } from '../../regime/evaluation/explanation.ts'

const bracketed = (expression: Expression): string =>
  expression.form === 'value' ||
  (expression.form === 'fraction' && expression.terms.every((term) => term.form === 'value'))
    ? line(expression)
    : `（${line(expression)}）`

const line = (expression: Expression): string => {
  if (expression.form === 'value') return `${expression.label} ${expression.text ?? '（未填）'}`
  const terms = expression.terms.map((term) => (expression.form === 'sum' ? line(term) : bracketed(term)))
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

/** A formula on one line, with its result: 研发费用总额 50.05 万元 ÷ 营业收入总额 1,001.00 万元 = 5.00%. */
export const formulaLine = ({ expression, result, exact }: Formula): string =>
  result === null ? line(expression) : `${line(expression)} ${exact ? '=' : '≈'} ${result}`
