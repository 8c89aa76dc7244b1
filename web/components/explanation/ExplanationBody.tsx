import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { BandsView } from './BandsView.tsx'
import { ExplanationNode } from './ExplanationNode.tsx'
import { FormulaView } from './FormulaView.tsx'
import './explanation.css'

/** What a node says when it is opened: sentence, formula, bands, the tests below it, article and readings. */
export const ExplanationBody = ({ node }: { readonly node: Explanation }) => (
  <div className="explanation__body">
    <p>{node.sentence}</p>
    {node.formula && <FormulaView formula={node.formula} {...(node.threshold && { threshold: node.threshold.text })} />}
    {node.bands && node.bands.length > 0 && <BandsView bands={node.bands} />}
    {node.children && node.children.length > 0 && (
      <ul className="explanation__children">
        {node.children.map((child) => (
          <li key={child.id}>
            <ExplanationNode node={child} />
          </li>
        ))}
      </ul>
    )}
    {(node.citation || node.notes) && (
      <div className="article">
        {node.citation && (
          <span>
            <span className="visually-hidden">依据：</span>
            {node.citation}
          </span>
        )}
        {node.notes?.map((note) => (
          <span key={note.text} className="explanation__note">
            {note.kind === 'uncertain' && <b>待核口径：</b>}
            {note.text}
            {note.citation && `（${note.citation}）`}
          </span>
        ))}
      </div>
    )}
  </div>
)
