import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Gap } from '../../../regime/evaluation/gap/move.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import { yearOf } from '../../../regime/kernel/day.ts'
import { Scripted } from '../../act/Scripted.tsx'
import { ExplanationTree } from '../../components/explanation/ExplanationTree.tsx'
import { GapCard } from '../../components/gaps/GapCard.tsx'
import { PaperDownload } from '../../components/paper-download/PaperDownload.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { WhatIf } from '../../components/what-if/WhatIf.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { assess } from './assess.ts'
import { beyondQuestions } from './beyond.ts'
import { planForm } from './form-plan.ts'
import { LadderCard } from './LadderCard.tsx'
import { MissingList } from './MissingList.tsx'
import { keepOffline } from './offline.ts'
import { SheetContext } from './SheetContext.ts'
import { SheetForm } from './SheetForm.tsx'
import { StandardChoice } from './StandardChoice.tsx'
import { eligibility as eligibilityStandard, type Offered, offered } from './standards.ts'
import { Toolbar } from './Toolbar.tsx'
import { useSheet } from './useSheet.ts'
import { Verdict } from './Verdict.tsx'
import './self-check.css'

/** Opens every explanation for the printer; what is closed would not be on the paper. */
const useOpenForPrint = (): void =>
  useEffect(() => {
    const open = (): void => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.explanation-tree details'))
        details.open = true
    }
    window.addEventListener('beforeprint', open)
    return () => window.removeEventListener('beforeprint', open)
  }, [])

/** 自测: the standard's own code in the browser; nothing that is typed leaves it. */
export const Component = () => {
  const { sheet, setSheet, kept, clear } = useSheet(useShell()?.clock.today ?? '2026-01-01')
  const [choice, setChoice] = useState<Offered>(offered[0] as Offered)
  const [tries, setTries] = useState<readonly Gap[]>([])
  // What was tried out belongs to the sheet it was tried on.
  const [sheets, setSheets] = useState(0)
  const standards = useMemo(() => ({ chosen: choice.standard, eligibility: eligibilityStandard }), [choice])
  const assessment = useMemo(() => assess(sheet, standards), [sheet, standards])
  const beyond = useMemo(() => beyondQuestions([choice.standard.definition], sheet.asOf), [choice, sheet.asOf])
  // Typing goes first; what hangs on the whole sheet follows.
  const settled = useDeferredValue(assessment)
  const year = yearOf(sheet.asOf as Day)
  const plan = useMemo(() => planForm(Object.values(standards), year), [standards, year])
  const access = useMemo(() => ({ sheet, change: setSheet }), [sheet, setSheet])
  useOpenForPrint()
  useEffect(() => keepOffline(), [])
  const { chosen, eligibility, evaluated, ignored } = assessment
  const choose = (next: Offered): void => {
    setChoice(next)
    setTries([])
  }
  const beginAnew = (): void => {
    setSheets((before) => before + 1)
    setTries([])
  }
  const tryOut = (gap: Gap): void => {
    setTries((before) => [...before, gap])
    document.getElementById('what-if')?.scrollIntoView()
    document.getElementById('what-if')?.focus({ preventScroll: true })
  }
  const scored = chosen.score !== undefined
  const filled = Object.keys(sheet.entries).length > 0
  return (
    <Main title="自测" className="self-check">
      <div className="stack no-print">
        <h1>{choice.name}自测</h1>
        <p className="lead">边填边算：没填的按“可能”计，填得越全越窄。每一项都写明算式和依据的条款。</p>
        <p className="small muted" role="status">
          {kept === 'kept' && '已自动保存在本机浏览器里。'}
          {kept === 'refused' && '浏览器不允许保存，关闭页面前请导出数据文件。'}
          {kept === 'not-yet' && '数据只留在您的浏览器里，不会上传；断网也能用。'}
        </p>
        <noscript>
          <p className="small">您的浏览器没有启用脚本，不能自动计算。可以对照下面的评价标准自行核对。</p>
        </noscript>
      </div>
      <SheetContext value={access}>
        <StandardChoice chosen={choice} onChoose={choose} />
        <Toolbar onClear={clear} onReplaced={beginAnew} />
        <div className="self-check__two">
          <div className="no-print">
            <Scripted>
              <SheetForm plan={plan} root={chosen.explanation} beyond={beyond} />
            </Scripted>
          </div>
          <div className="self-check__side">
            <Verdict assessment={assessment} standard={choice.standard} />
            {chosen.outcome !== 'met' && filled && (
              <GapCard facts={settled.evaluated} standard={choice.standard} onTry={tryOut} />
            )}
            <MissingList sheet={sheet} missing={[...chosen.missing, ...eligibility.missing]} />
            <LadderCard facts={settled.evaluated} filled={filled} chosen={choice} onChoose={choose} />
          </div>
        </div>
      </SheetContext>
      <div id="what-if" tabIndex={-1} className="no-print">
        <Scripted>
          <WhatIf
            key={`${choice.standard.id} ${sheets} ${tries.length}`}
            standard={choice.standard}
            facts={settled.evaluated}
            result={settled.chosen}
            unit={sheet.unit}
            tried={tries.at(-1)}
          />
        </Scripted>
      </div>
      <section className="stack" id="result" aria-labelledby="result-title">
        <div className="row">
          <h2 id="result-title">每一分的依据</h2>
          <PaperDownload
            name={`自测评价说明_${sheet.asOf}.pdf`}
            fetchPaper={(api) =>
              api.selfCheck.paper({
                body: { standards: [chosen.standard, eligibility.standard], facts: evaluated },
              })
            }
          >
            <span className="small muted">
              需要联网：所填数据只发送这一次，用来生成文件，系统不保存。断网时请用上面的“打印”。
            </span>
          </PaperDownload>
        </div>
        {scored && (
          <ExplanationTree
            root={chosen.explanation}
            only="indicators"
            openId={choice.standard.definition.score?.indicators[0]?.id ?? ''}
          />
        )}
        <h2>{choice.tier === 'innovative' ? '公告条件：得分与直通，满足其一' : '认定条件：须同时满足'}</h2>
        <ExplanationTree root={chosen.explanation} only="conditions" />
        <div className="row">
          <h2>参评条件：须全部满足</h2>
          <OutcomeTag outcome={eligibility.outcome} />
        </div>
        <ExplanationTree root={eligibility.explanation} />
        {ignored.length > 0 && (
          <p className="small muted">有 {ignored.length} 处填写读不懂，按未填计算，已在填写处说明。</p>
        )}
        <p className="small muted print-only">
          计算日 {sheet.asOf}。标准摘要 {chosen.edition}；参评条件摘要 {eligibility.edition}。
        </p>
      </section>
      <a className="verdict-strip no-print" href="#result">
        <b className="verdict-strip__score">{chosen.score && intervalText(chosen.score)}</b>
        {scored && <span>分</span>}
        <OutcomeTag outcome={chosen.outcome} />
        <span className="verdict-strip__more">
          {eligibility.outcome === 'unmet' ? '不符合参评条件 ↓' : '看每一分的依据 ↓'}
        </span>
      </a>
    </Main>
  )
}
