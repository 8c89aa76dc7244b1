import type { ChecklistItem } from '../../../contract/visit.ts'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'

/** A line as the page shows it: of the checklist, or added by the verifiers. */
export type PageLine = Pick<ChecklistItem, 'item' | 'title'> & Partial<ChecklistItem>

/** What was declared, without repeating the title. */
const declaredText = ({ title, declared }: PageLine): string | undefined => {
  if (declared === undefined || declared === '现场查看') return undefined
  return declared.startsWith(`${title}：`) ? declared.slice(title.length + 1) : declared
}

/** What rests on the line, unless that is the line itself. */
const restingOn = ({ title, carries = [] }: PageLine) => carries.filter(({ name }) => name !== title)

/** What one has to know before answering: the figure as declared, where to look, what rests on it, its papers. */
export const LineBackground = ({ line, authority }: { readonly line: PageLine; readonly authority: string }) => (
  <>
    {declaredText(line) && (
      <span className="visit-line__declared">
        <span className="muted">申报</span> <b>{declaredText(line)}</b>
      </span>
    )}
    {line.hint && <span className="visit-line__hint">{line.hint}</span>}
    {restingOn(line).length > 0 && (
      <span className="visit-line__carries">
        关系到：
        {restingOn(line).map(({ id, name, standing }, index) => (
          <span key={id}>
            {index > 0 && '、'}
            {name}（{standing}）
          </span>
        ))}
      </span>
    )}
    {line.evidence && line.evidence.length > 0 && (
      <span className="visit-line__carries">
        申报佐证：
        {line.evidence.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && '、'}
            <a href={officeEvidence(authority, id)} target="_blank" rel="noreferrer">
              {name}
            </a>
          </span>
        ))}
      </span>
    )}
  </>
)
