import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { ExplanationNode } from './ExplanationNode.tsx'
import './explanation.css'

/** Indicators of a tree, dimension after dimension, or the tree's own children where it has no dimensions. */
const lines = (root: Explanation): readonly Explanation[] =>
  (root.children ?? []).flatMap((child) => (child.kind === 'dimension' ? (child.children ?? []) : [child]))

/**
 * The whole explanation of a result as a sheet of lines, each opening into sentence, formula with the enterprise's own
 * numbers, bands, article. Draws exactly what regime/ computed; nothing is decided here.
 */
export const ExplanationTree = ({
  root,
  openId,
}: {
  readonly root: Explanation
  /** Id of the line shown open. */
  readonly openId?: string
}) => (
  <ul className="card card--flush explanation-tree">
    {lines(root).map((node) => (
      <li key={node.id} className="indicator">
        <ExplanationNode node={node} showId open={node.id === openId} />
      </li>
    ))}
  </ul>
)
