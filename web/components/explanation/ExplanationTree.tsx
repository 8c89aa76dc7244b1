import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { ExplanationNode } from './ExplanationNode.tsx'
import './explanation.css'

type Only = 'indicators' | 'conditions'

/** Indicators dimension after dimension, then the conditions; or one of the two. */
const lines = (root: Explanation, only: Only | undefined): readonly Explanation[] =>
  (root.children ?? []).flatMap((child) => {
    if (child.kind === 'dimension') return only === 'conditions' ? [] : (child.children ?? [])
    return only === 'indicators' ? [] : [child]
  })

/**
 * The whole explanation of a result (B1) as a sheet of lines, each opening into sentence, formula with the enterprise's own
 * numbers, bands, article. Draws exactly what regime/ computed; nothing is decided here.
 */
export const ExplanationTree = ({
  root,
  only,
  openId,
}: {
  readonly root: Explanation
  /** Only the indicators, or only the conditions, of a standard that has both. */
  readonly only?: Only
  /** Id of the line shown open. */
  readonly openId?: string
}) => (
  <ul className="card card--flush explanation-tree">
    {lines(root, only).map((node) => (
      <li key={node.id} className="indicator">
        <ExplanationNode node={node} showId open={node.id === openId} />
      </li>
    ))}
  </ul>
)
