import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { intervalText } from '../score-bar/interval.ts'
import { Tag, type TagTone } from '../tag/Tag.tsx'
import { ExplanationBody } from './ExplanationBody.tsx'
import { NodeTag } from './NodeTag.tsx'
import './explanation.css'

/** The short word at the end of an indicator's line: the band it hit, or what is still open. */
const bandWord = ({ bands }: Explanation): { tone: TagTone; text: string } | undefined => {
  const hit = bands?.find(({ state }) => state === 'hit')
  if (hit && bands) {
    const best = Math.max(...bands.map(({ points }) => points))
    return { tone: hit.points === best ? 'pass' : hit.points === 0 ? 'fail' : 'plain', text: hit.label }
  }
  const open = bands?.filter(({ state }) => state === 'open').length ?? 0
  return open > 0 ? { tone: 'open', text: `未定，还有 ${open} 档可能` } : undefined
}

/** A reason under an entry of a list: one line, no opening. */
const Reason = ({ node }: { readonly node: Explanation }) => (
  <p className="explanation__reason">
    <NodeTag node={node} /> <span>{node.sentence}</span>
  </p>
)

/**
 * One node: a line with its name, short word and points or verdict, which opens into the explanation. Works without
 * scripts (details/summary). `open` for the one the reader is likely to want first.
 */
export const ExplanationNode = ({
  node,
  open = false,
  showId = false,
}: {
  readonly node: Explanation
  readonly open?: boolean
  /** Shows the law's id before the name (I2): in the list of indicators. */
  readonly showId?: boolean
}) => {
  if (node.kind === 'reason') return <Reason node={node} />
  const word = bandWord(node)
  return (
    <details className="explanation" id={showId ? `node-${node.id}` : undefined} open={open}>
      <summary className="explanation__line">
        {showId && <span className="explanation__id">{node.id}</span>}
        <b className="explanation__name">{node.name}</b>
        <span className="explanation__word">
          {word && <Tag tone={word.tone}>{word.text}</Tag>} <NodeTag node={node} />
        </span>
        {node.points && (
          <span className="explanation__points">
            {intervalText(node.points)}
            {node.cap !== undefined && (
              <small>
                <span aria-hidden="true">/</span>
                <span className="visually-hidden"> 分，满分 </span>
                {node.cap}
              </small>
            )}
          </span>
        )}
      </summary>
      <ExplanationBody node={node} />
    </details>
  )
}
