import type { Line } from '../../../regime/evaluation/telling/outline.ts'
import { BandsView } from './BandsView.tsx'
import { FormulaView } from './FormulaView.tsx'
import './explanation.css'

/** One thing said, drawn. */
export const LineView = ({ line }: { readonly line: Line }) => {
  switch (line.kind) {
    case 'sentence':
      return <p>{line.text}</p>
    case 'formula':
      return <FormulaView line={line} />
    case 'bands':
      return <BandsView bands={line.bands} />
    case 'citation':
      return (
        <p className="explanation__source">
          <span className="explanation__label">依据</span> {line.text}
        </p>
      )
    case 'note':
      return (
        <p className="explanation__source">
          <span className={`explanation__label${line.uncertain ? ' explanation__label--uncertain' : ''}`}>
            {line.label}
          </span>{' '}
          {line.text}
        </p>
      )
  }
}
