import type { Expression, Formula, Threshold } from '../explanation.ts'
import type { FormulaLine } from './outline.ts'
import { unanswered } from './words.ts'

/** The expression in one breath: 研发费用 50.05 万元 除以 营业收入 1,001.00 万元. */
export const spoken = (expression: Expression): string => {
  if (expression.form === 'value') return `${expression.label} ${expression.text ?? unanswered}`
  const terms = expression.terms.map(spoken)
  const [first = '', second = ''] = terms
  const words = {
    fraction: `${first} 除以 ${second}`,
    sum: terms.join(' 加 '),
    difference: terms.join(' 减 '),
    mean: `${terms.join(' 与 ')} 的平均`,
    compound: `由 ${second} 到 ${first} 的两年复合增长率`,
    count: terms.join('、'),
  }[expression.form]
  return expression.label ? `${expression.label}（${words}）` : words
}

const isUnanswered = (expression: Expression): boolean =>
  expression.form === 'value' ? expression.text === null : expression.terms.some(isUnanswered)

const equalsOf = ({ expression, result, exact }: Formula): string | null => {
  // A number as the firm gave it is its own result.
  if (expression.form === 'value') return null
  if (result !== null) return `${exact ? '=' : '≈'} ${result}`
  return isUnanswered(expression) ? '尚不能算出' : '不能计算'
}

/** A calculation with what it comes to and what it is held against. */
export const tellFormula = (formula: Formula, threshold: Threshold | undefined): FormulaLine => {
  const equals = equalsOf(formula)
  const heard = equals?.replace('= ', '等于 ').replace('≈ ', '约等于 ')
  return {
    kind: 'formula',
    expression: formula.expression,
    equals,
    threshold: threshold?.text ?? null,
    spoken: [
      `算式：${spoken(formula.expression)}`,
      ...(heard === undefined ? [] : [heard]),
      ...(threshold ? [`要求 ${threshold.text}`] : []),
    ].join('，'),
  }
}
