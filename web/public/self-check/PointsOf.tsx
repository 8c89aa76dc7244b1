import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { intervalText } from '../../components/score-bar/interval.ts'

const indicators = (root: Explanation): readonly Explanation[] =>
  (root.children ?? []).flatMap(({ kind, children }) => (kind === 'dimension' ? (children ?? []) : []))

const restsOn = (node: Explanation, section: string): boolean =>
  (node.facts ?? []).some((path) => path.startsWith(section)) ||
  (node.children ?? []).some((child) => restsOn(child, section))

/** The points that rest on one part of the form, as they stand: each leads to its explanation. */
export const PointsOf = ({ root, section }: { readonly root: Explanation; readonly section: string }) => (
  <ul className="points-of" aria-label="由此得分">
    {indicators(root)
      .filter((node) => restsOn(node, section))
      .map((node) => (
        <li key={node.id}>
          <a href={`#node-${node.id}`} title={node.name}>
            {node.id} <b>{node.points && intervalText(node.points)}</b>/{node.cap}
          </a>
        </li>
      ))}
  </ul>
)
