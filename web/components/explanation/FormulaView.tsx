import type { Expression } from '../../../regime/evaluation/explanation.ts'
import type { FormulaLine } from '../../../regime/evaluation/telling/outline.ts'
import { unanswered } from '../../../regime/evaluation/telling/words.ts'
import './explanation.css'

const joiners = { sum: '＋', difference: '－', mean: '＋', count: '、' } as const

const Fraction = ({ over, under }: { readonly over: Expression; readonly under: Expression }) => (
  <span className="formula__fraction">
    <span>
      <Term expression={over} />
    </span>
    <span>
      <Term expression={under} />
    </span>
  </span>
)

const Term = ({ expression, nested = false }: { readonly expression: Expression; readonly nested?: boolean }) => {
  if (expression.form === 'value')
    return (
      <span className="formula__value">
        {expression.label}{' '}
        {expression.text === null ? <em className="formula__unknown">{unanswered}</em> : <b>{expression.text}</b>}
      </span>
    )
  const { form, terms } = expression
  const [first, second] = terms
  if (form === 'fraction' && first && second) return <Fraction over={first} under={second} />
  if (form === 'compound' && first && second)
    return (
      <span className="formula__line">
        <span className="formula__root">
          <span>√</span>
          <Fraction over={first} under={second} />
        </span>
        <span>－ 1</span>
      </span>
    )
  if (form === 'fraction' || form === 'compound') return null
  const bracketed = form === 'mean' || (nested && form !== 'count')
  return (
    <span className="formula__line">
      {bracketed && <span>（</span>}
      {terms.map((term, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the terms of a formula never move
        <span key={index} className="formula__term">
          {index > 0 && <span>{joiners[form]}</span>}
          <Term expression={term} nested />
        </span>
      ))}
      {bracketed && <span>）</span>}
      {form === 'mean' && <span>÷ {terms.length}</span>}
    </span>
  )
}

/** The calculation with the enterprise's own numbers, drawn: a real fraction, the value reached, what it is held against. */
export const FormulaView = ({ line }: { readonly line: FormulaLine }) => (
  <p className="formula">
    <span className="visually-hidden">{line.spoken}</span>
    <span className="formula__drawn" aria-hidden="true">
      <Term expression={line.expression} />
      {line.equals !== null && <span className="formula__result">{line.equals}</span>}
      {line.threshold !== null && <span className="muted">要求 {line.threshold}</span>}
    </span>
  </p>
)
