import type { Expression, Formula } from '../../../regime/evaluation/explanation.ts'
import './explanation.css'

const joiner = { sum: '＋', difference: '－' } as const

/** The expression in one line, for readers who hear it: 研发费用 50.05 万元 除以 营业收入 1,001.00 万元. */
export const spoken = (expression: Expression): string => {
  if (expression.form === 'value') return `${expression.label} ${expression.text ?? '未填'}`
  const terms = expression.terms.map(spoken)
  const [first = '', second = ''] = terms
  const words = {
    fraction: `${first} 除以 ${second}`,
    sum: terms.join(' 加 '),
    difference: terms.join(' 减 '),
    mean: `${terms.join(' 与 ')} 的平均`,
    compound: `由 ${second} 到 ${first} 的复合增长率`,
    count: terms.join('、'),
  }[expression.form]
  return expression.label ? `${expression.label}（${words}）` : words
}

const Term = ({ expression, nested = false }: { readonly expression: Expression; readonly nested?: boolean }) => {
  if (expression.form === 'value')
    return (
      <span className="formula__value">
        {expression.label}{' '}
        {expression.text === null ? <em className="formula__unknown">未填</em> : <b>{expression.text}</b>}
      </span>
    )
  const [first, second] = expression.terms
  if (expression.form === 'fraction' && first && second)
    return (
      <span className="formula__fraction">
        <span>
          <Term expression={first} />
        </span>
        <span>
          <Term expression={second} />
        </span>
      </span>
    )
  if (expression.form === 'compound' && first && second)
    return (
      <span className="formula__line">
        <Term expression={second} nested />
        <span>→</span>
        <Term expression={first} nested />
        <span>两年复合</span>
      </span>
    )
  const join = expression.form === 'sum' || expression.form === 'difference' ? joiner[expression.form] : '、'
  return (
    <span className="formula__line">
      {nested && expression.form !== 'count' && <span>（</span>}
      {expression.terms.map((term, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the terms of a formula never move
        <span key={index} className="formula__line">
          {index > 0 && <span>{join}</span>}
          <Term expression={term} nested />
        </span>
      ))}
      {nested && expression.form !== 'count' && <span>）</span>}
      {expression.form === 'mean' && <span>÷ {expression.terms.length}</span>}
    </span>
  )
}

/** The calculation with the enterprise's own numbers, drawn: a real fraction, the value reached, what it is held against. */
export const FormulaView = ({ formula, threshold }: { readonly formula: Formula; readonly threshold?: string }) => (
  <p className="formula">
    <span className="visually-hidden">
      算式：{spoken(formula.expression)}
      {formula.result === null ? '，尚不能算出' : `，${formula.exact ? '等于' : '约等于'} ${formula.result}`}
      {threshold !== undefined && `，标准 ${threshold}`}
    </span>
    <span className="formula__drawn" aria-hidden="true">
      <Term expression={formula.expression} />
      {formula.result === null ? (
        <span className="muted">尚不能算出</span>
      ) : (
        <span className="formula__result">
          {formula.exact ? '=' : '≈'} {formula.result}
        </span>
      )}
      {threshold !== undefined && <span className="muted">{threshold}</span>}
    </span>
  </p>
)
