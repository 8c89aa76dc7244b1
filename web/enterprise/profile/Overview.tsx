import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Profile } from '../../../contract/profile.ts'
import { evaluate } from '../../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import { assemble } from '../../../regime/profile/assemble.ts'
import { Card } from '../../components/card/Card.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { useEditing, usePlaces } from './editing.ts'
import { profileProgress } from './progress.ts'
import { tierOne } from './tier-one.ts'
import { shownEntries } from './YearsTable.tsx'

/** What is still lacking, section by section, each a link to its field; and what the figures come to as they stand. */
export const Overview = ({ firm }: { readonly firm: Profile['enterprise'] }) => {
  const { today, enterprise } = useEditing()
  const places = usePlaces()
  const entries = useMemo(() => [...shownEntries(places).values()], [places])
  const progress = useMemo(() => profileProgress(entries, today), [entries, today])
  const result = useMemo(() => {
    const { facts } = assemble(entries, firm, { asOf: today as Day, application: 'new' })
    return evaluate(tierOne.innovative, parseFacts(facts))
  }, [entries, firm, today])
  const home = `/enterprise/${enterprise}/profile`
  return (
    <>
      <Card className="profile__verdict">
        <p className="profile__score">
          {result.score && <span className="serif">{intervalText(result.score)}</span>}
          <small> / 100</small>
        </p>
        <div className="stack stack--tight">
          <p className="row">
            <b>按现在的资料自评创新型中小企业</b>
            <OutcomeTag outcome={result.outcome} />
          </p>
          <p className="small muted">
            没填的按“可能”计，所以得分是一个区间。资料未经核实，结果不代表认定结论；申报页有每一分的算式和依据。
          </p>
        </div>
      </Card>
      <Card
        title="还差什么"
        aside={progress.missing + progress.invalid > 0 && `${progress.missing + progress.invalid} 项`}
      >
        {progress.missing + progress.invalid === 0 ? (
          <p>创新型中小企业评价所需的项目都已填写。提交前请逐项核对来源与佐证。</p>
        ) : (
          progress.sections
            .filter(({ places: open }) => open.length > 0)
            .map(({ id, title, places: open }) => (
              <details key={id} className="lacking" open={open.length <= 6}>
                <summary>
                  <b>{title}</b> <span className="muted">{open.length} 项</span>
                </summary>
                <ul className="lacking__list">
                  {open.map(({ path, label, problem }) => (
                    <li key={path}>
                      <Link to={`${home}/${id}#${path}`}>{label}</Link>
                      {problem !== undefined && <span className="field__error"> {problem}</span>}
                    </li>
                  ))}
                </ul>
              </details>
            ))
        )}
      </Card>
    </>
  )
}
