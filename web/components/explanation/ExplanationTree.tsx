import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import type { Section } from '../../../regime/evaluation/telling/outline.ts'
import { tellNote } from '../../../regime/evaluation/telling/tell-node.ts'
import { tellSections } from '../../../regime/evaluation/telling/tell-sections.ts'
import { LineView } from './LineView.tsx'
import { PassageView } from './PassageView.tsx'
import './explanation.css'

const SectionView = ({
  section,
  alone,
  openId,
}: {
  readonly section: Section
  /** Nothing else is shown: a bare title would say nothing. */
  readonly alone: boolean
  readonly openId: string | undefined
}) => (
  <li className="explanation-tree__section">
    {(section.lines.length > 0 || !alone) && (
      <div className="explanation-tree__head">
        {section.lines.length === 0 && <p>{section.title}</p>}
        {section.lines.map((line) => (
          <LineView key={line.kind} line={line} />
        ))}
      </div>
    )}
    <ul>
      {section.passages.map((passage) => (
        <li key={passage.key} className="indicator">
          <PassageView passage={passage} open={passage.id === openId} />
        </li>
      ))}
    </ul>
  </li>
)

/**
 * The whole explanation of a result (B1) as a sheet of lines, each opening into sentence, formula with the enterprise's own
 * numbers, bands, article. Draws what regime/evaluation/telling/ says, in its order; nothing is decided here.
 */
export const ExplanationTree = ({
  root,
  only,
  openId,
}: {
  readonly root: Explanation
  /** Only the indicators, or only the conditions, of a standard that has both; its verdict then stands elsewhere. */
  readonly only?: Section['kind']
  /** Id of the line shown open. */
  readonly openId?: string
}) => {
  const sections = tellSections(root).filter(({ kind }) => only === undefined || kind === only)
  return (
    <ul className="card card--flush explanation-tree">
      {only === undefined && (
        <li className="explanation-tree__head">
          <p>{root.sentence}</p>
          {root.citation !== undefined && <LineView line={{ kind: 'citation', text: root.citation }} />}
          {root.notes?.map((note) => (
            <LineView key={note.text} line={tellNote(note)} />
          ))}
        </li>
      )}
      {sections.map((section) => (
        <SectionView key={section.key} section={section} alone={sections.length === 1} openId={openId} />
      ))}
    </ul>
  )
}
