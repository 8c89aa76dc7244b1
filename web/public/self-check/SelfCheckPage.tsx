import { useEffect, useMemo } from 'react'
import type { Day } from '../../../regime/kernel/day.ts'
import { yearOf } from '../../../regime/kernel/day.ts'
import { findStandard } from '../../../standards/browser.ts'
import { Scripted } from '../../act/Scripted.tsx'
import { ExplanationTree } from '../../components/explanation/ExplanationTree.tsx'
import { PaperDownload } from '../../components/paper-download/PaperDownload.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { assess, type Standards } from './assess.ts'
import { planForm } from './form-plan.ts'
import { GapCard } from './GapCard.tsx'
import { MissingList } from './MissingList.tsx'
import { keepOffline } from './offline.ts'
import { SheetContext } from './SheetContext.ts'
import { SheetForm } from './SheetForm.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useSheet } from './useSheet.ts'
import { Verdict } from './Verdict.tsx'
import './self-check.css'

const getStandard = (id: string) => {
  const standard = findStandard(id)
  if (!standard) throw new Error(`the bundle has no standard ${id}`)
  return standard
}

const standards: Standards = {
  innovative: getStandard('miit-2022-63/innovative'),
  eligibility: getStandard('henan-2023-131/eligibility'),
}

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
  const assessment = useMemo(() => assess(sheet, standards), [sheet])
  const year = yearOf(sheet.asOf as Day)
  const plan = useMemo(() => planForm(Object.values(standards), year), [year])
  const access = useMemo(() => ({ sheet, change: setSheet }), [sheet, setSheet])
  useOpenForPrint()
  useEffect(() => keepOffline(), [])
  const { innovative, eligibility, evaluated, ignored } = assessment
  return (
    <Main title="自测" className="self-check">
      <div className="stack no-print">
        <h1>创新型中小企业自测</h1>
        <p className="lead">边填边算：没填的按“可能”计，得分是一个区间，填得越全越窄。每一分都写明算式和依据的条款。</p>
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
        <Toolbar onClear={clear} />
        <div className="self-check__two">
          <div className="no-print">
            <Scripted>
              <SheetForm plan={plan} root={innovative.explanation} />
            </Scripted>
          </div>
          <div className="self-check__side">
            <Verdict assessment={assessment} standard={standards.innovative} />
            {innovative.outcome === 'unmet' && <GapCard facts={assessment.facts} standard={standards.innovative} />}
            <MissingList sheet={sheet} missing={[...innovative.missing, ...eligibility.missing]} />
          </div>
        </div>
      </SheetContext>
      <section className="stack" id="result" aria-labelledby="result-title">
        <div className="row">
          <h2 id="result-title">每一分的依据</h2>
          <PaperDownload
            name={`自测评价说明_${sheet.asOf}.pdf`}
            fetchPaper={(api) =>
              api.selfCheck.paper({
                body: { standards: [innovative.standard, eligibility.standard], facts: evaluated },
              })
            }
          >
            <span className="small muted">
              需要联网：所填数据只发送这一次，用来生成文件，系统不保存。断网时请用上面的“打印”。
            </span>
          </PaperDownload>
        </div>
        <ExplanationTree root={innovative.explanation} only="indicators" openId="I1" />
        <h2>公告条件：得分与直通，满足其一</h2>
        <ExplanationTree root={innovative.explanation} only="conditions" />
        <div className="row">
          <h2>参评条件：须全部满足</h2>
          <OutcomeTag outcome={eligibility.outcome} />
        </div>
        <ExplanationTree root={eligibility.explanation} />
        {ignored.length > 0 && (
          <p className="small muted">有 {ignored.length} 处填写读不懂，按未填计算，已在填写处说明。</p>
        )}
        <p className="small muted print-only">
          计算日 {sheet.asOf}。标准摘要 {innovative.edition}；参评条件摘要 {eligibility.edition}。
        </p>
      </section>
      <a className="verdict-strip no-print" href="#result">
        <b className="verdict-strip__score">{innovative.score && intervalText(innovative.score)}</b>
        <span>分</span>
        <OutcomeTag outcome={innovative.outcome} />
        <span className="verdict-strip__more">看每一分的依据 ↓</span>
      </a>
    </Main>
  )
}
