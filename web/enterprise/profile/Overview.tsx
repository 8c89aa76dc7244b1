import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Profile } from '../../../contract/profile.ts'
import { evaluate } from '../../../regime/evaluation/evaluate.ts'
import type { Gap } from '../../../regime/evaluation/gap/move.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import { assemble } from '../../../regime/profile/assemble.ts'
import { Scripted } from '../../act/Scripted.tsx'
import { Card } from '../../components/card/Card.tsx'
import { GapCard } from '../../components/gaps/GapCard.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { WhatIf } from '../../components/what-if/WhatIf.tsx'
import { useEditing, usePlaces } from './editing.ts'
import { profileProgress } from './progress.ts'
import { tierOne } from './tier-one.ts'
import { unprovedFacts } from './unproved.ts'
import { shownEntries } from './YearsTable.tsx'

/** What is still lacking, section by section, each a link to its field; and what the figures come to as they stand. */
export const Overview = ({ firm }: { readonly firm: Profile['enterprise'] }) => {
  const { today, enterprise, relevance } = useEditing()
  const places = usePlaces()
  const [tries, setTries] = useState<readonly Gap[]>([])
  const entries = useMemo(() => [...shownEntries(places).values()], [places])
  const progress = useMemo(() => profileProgress(entries, today, relevance), [entries, today, relevance])
  const { facts, result, unproved } = useMemo(() => {
    const { facts, sources } = assemble(entries, firm, { asOf: today as Day, application: 'new' })
    return {
      facts,
      result: evaluate(tierOne.innovative, parseFacts(facts)),
      unproved: unprovedFacts(sources, relevance),
    }
  }, [entries, firm, today, relevance])
  const tryOut = (gap: Gap): void => {
    setTries((before) => [...before, gap])
    document.getElementById('what-if')?.scrollIntoView()
    document.getElementById('what-if')?.focus({ preventScroll: true })
  }
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
            {result.score?.min !== result.score?.max && '还有没填或不能确定的，按“可能”计，所以得分是一个区间。'}
            资料未经核实，结果不代表认定结论；申报页有每一分的算式和依据。
          </p>
        </div>
      </Card>
      {result.outcome !== 'met' && entries.length > 0 && (
        <GapCard facts={facts} standard={tierOne.innovative} onTry={tryOut} />
      )}
      {entries.length > 0 && (
        <div id="what-if" tabIndex={-1}>
          <Scripted>
            <WhatIf
              key={tries.length}
              standard={tierOne.innovative}
              facts={facts}
              result={result}
              unit="wan"
              tried={tries.at(-1)}
            />
          </Scripted>
        </div>
      )}
      <Card
        title="还差什么"
        aside={progress.missing + progress.invalid > 0 && `${progress.missing + progress.invalid} 项`}
      >
        {progress.missing + progress.invalid === 0 ? (
          <p>创新型中小企业评价所需的项目都已填写。</p>
        ) : (
          progress.sections
            .filter(({ places: open }) => open.length > 0)
            .map(({ id, title, places: open }) => (
              <details key={id} className="lacking" open={open.length <= 12}>
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
      <Card title="还没有佐证的" aside={unproved.length > 0 && `${unproved.length} 处`}>
        {unproved.length === 0 ? (
          <p>{entries.length === 0 ? '填写后在这里提示哪些数字还没有佐证。' : '已填的数字都附了佐证。'}</p>
        ) : (
          <>
            <p className="small muted">主管部门逐项对照佐证审核（第九条）；没有佐证的数字可能被退回补正。</p>
            <ul className="lacking__list">
              {unproved.map(({ path, label, section }) => (
                <li key={path}>
                  <Link to={`${home}/${section}#${path}`}>{label}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </>
  )
}
