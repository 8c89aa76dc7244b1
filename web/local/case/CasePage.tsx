import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import type { Result } from '../../../regime/evaluation/result.ts'
import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import { type Day, daysBetween } from '../../../regime/kernel/day.ts'
import { reasonLabel } from '../../../regime/procedure/reasons.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { CaseFileLink, officeCaseFile } from '../../components/case-file/CaseFileLink.tsx'
import { CaseRoad } from '../../components/case-road/CaseRoad.tsx'
import { Deadline } from '../../components/deadline/Deadline.tsx'
import { EvidenceViewer } from '../../components/evidence-viewer/EvidenceViewer.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { ExplanationTree } from '../../components/explanation/ExplanationTree.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { PaperDownload } from '../../components/paper-download/PaperDownload.tsx'
import { officePaper } from '../../components/paper-download/paper-href.ts'
import { intervalText } from '../../components/score-bar/interval.ts'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { Main } from '../../shell/Main.tsx'
import { ActDialog } from './ActDialog.tsx'
import { actForms, actTone } from './act-forms.ts'
import { FactsTable } from './FactsTable.tsx'
import { claimedFacts, type SubmissionView } from './facts.ts'
import './case.css'

/** One case on the desk: fact, evidence and check in one line, the document beside it, the decision at the bottom. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const [detail, queue, { verifiers }, { today }] = await Promise.all([
    api.cases.get({ params: { case: params.case ?? '' } }),
    api.cases.queue({ query: { view: 'mine', page: 1 } }),
    api.cases.verifiers(),
    api.clock.read(),
  ])
  const { standardTitle } = await api.batches.get({ params: { batch: detail.batch } })
  return { detail, queue, verifiers, today, standardTitle }
}

export const Component = () => {
  const { detail, queue, verifiers, today, standardTitle } = useLoaderData<typeof loader>()
  return <Desk key={`${detail.id} ${detail.seq}`} {...{ detail, queue, verifiers, today, standardTitle }} />
}

/** The way forward first, what takes away last. */
const weights = ['primary', 'quiet', 'danger']

type Data = Awaited<ReturnType<typeof loader>>

const Desk = ({ detail, queue, verifiers, today, standardTitle }: Data) => {
  const facts = detail.submission ? claimedFacts(detail.submission) : []
  const [open, setOpen] = useState(() => facts.flatMap(({ evidence }) => evidence)[0]?.id)
  const [act, setAct] = useState<Data['detail']['available'][number]>()
  const navigate = useNavigate()
  const shown = detail.submission?.evidence.find(({ id }) => id === open)
  const next = queue.cases.find(({ id }) => id !== detail.id)
  const acts = detail.available
    .filter(({ act: name }) => actForms[name])
    .sort((a, b) => weights.indexOf(actTone(a.act)) - weights.indexOf(actTone(b.act)))
  const visiting = detail.available.some(({ act: name }) => name === 'visit.sign')
  return (
    <div className="desk">
      <QueueRail queue={queue} current={detail.id} today={today} />
      <Main title={detail.enterpriseName} className="desk__case">
        <Head detail={detail} today={today} />
        <CaseRoad phases={detail.phases} today={today} />
        <Notices detail={detail} />
        {detail.submission ? (
          <>
            <Verdicts detail={detail} submission={detail.submission} />
            {/* Batches may go by different editions; cases of both lie side by side on the desk (R8.1). */}
            <p className="muted small">按本批次固定的标准评价：{standardTitle}</p>
            <FactsTable facts={facts} open={open} onOpen={setOpen} />
            <Explained detail={detail} submission={detail.submission} />
          </>
        ) : (
          <p className="muted">企业还没有提交。</p>
        )}
        <Card title="办理记录">
          <Timeline
            label="办理记录"
            entries={[...detail.acts].reverse().map((entry) => ({
              id: String(entry.seq),
              at: instantText(entry.at),
              title: entry.label,
              by: entry.by,
              ...(entry.words.length > 0 && { body: entry.words.map((line) => <p key={line}>{line}</p>) }),
            }))}
          />
        </Card>
        <FormActions
          note={
            acts.length === 0 && !visiting
              ? detail.final
                ? '已办结'
                : `现由${detail.holder.office}${detail.holder.post}办理：${detail.next}`
              : undefined
          }
        >
          {detail.visit && (
            <LinkButton tone={visiting ? 'primary' : 'quiet'} to={`/office/cases/${detail.id}/visit`} reloadDocument>
              {visiting ? '记录实地核查' : '查看核查记录'}
            </LinkButton>
          )}
          {acts.map((entry) => (
            <Button key={entry.act} tone={actTone(entry.act)} onClick={() => setAct(entry)}>
              {entry.label}…
            </Button>
          ))}
          {acts.length === 0 && next && (
            <LinkButton tone="quiet" to={`/office/cases/${next.id}`}>
              下一件待办
            </LinkButton>
          )}
        </FormActions>
      </Main>
      {shown ? (
        <EvidenceViewer file={shown} href={officeEvidence(detail.authority, shown.id)} />
      ) : (
        <aside className="desk__no-evidence" aria-label="佐证材料">
          没有选择佐证材料
        </aside>
      )}
      {act && (
        <ActDialog
          {...{ detail, act, facts, verifiers, today }}
          onClose={(done) => {
            setAct(undefined)
            if (done && next) void navigate(`/office/cases/${next.id}`)
          }}
        />
      )}
    </div>
  )
}

const QueueRail = ({ queue, current, today }: Pick<Data, 'queue' | 'today'> & { readonly current: string }) => (
  <nav className="desk__queue" aria-label="待办">
    <p className="desk__queue-head">
      <b>待办 {queue.total}</b> <Link to="/office">列表</Link>
    </p>
    <ul>
      {queue.cases.map((item) => (
        <li key={item.id}>
          <Link to={`/office/cases/${item.id}`} aria-current={item.id === current ? 'page' : undefined}>
            <b>{item.enterpriseName}</b>
            <span className="desk__queue-line">
              <span>{item.due ? dueWords(item.due, today) : ''}</span>
              <span>
                {item.label}
                {item.round > 1 && ' · 补正后再报'}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)

const dueWords = (due: string, today: string): string => {
  const days = daysBetween(today as Day, due as Day)
  return days < 0 ? `已过期 ${-days} 天` : days === 0 ? '今天到期' : `剩 ${days} 天`
}

const Head = ({ detail, today }: Pick<Data, 'detail' | 'today'>) => (
  <header className="stack stack--tight">
    <h1 className="desk__name">{detail.enterpriseName}</h1>
    <p className="row small muted">
      <Tag>{detail.batchTitle}</Tag>
      <span>{detail.uscc}</span>
      <span>{findAuthority(detail.authority)?.place}</span>
      {detail.round > 1 && <Tag tone="open">第 {detail.round} 次提交</Tag>}
      {detail.due && !detail.final && (
        <Deadline day={detail.due} days={daysBetween(today as Day, detail.due as Day)} today={today} />
      )}
    </p>
  </header>
)

const Notices = ({ detail }: Pick<Data, 'detail'>) => {
  const now = detail.eligibilityNow as Result | null
  const unmet = now?.conditions.filter(({ verdict }) => verdict === 'unmet') ?? []
  const open = now?.conditions.filter(({ verdict }) => verdict === 'undetermined') ?? []
  const name = (id: string) => now?.explanation.children?.find((node) => node.id === id)?.name ?? id
  return (
    <>
      {detail.proposal && (
        <Banner
          tone={detail.proposal.outcome === 'accept' ? 'info' : 'open'}
          title={`经办 ${detail.proposal.by}：${detail.proposal.outcome === 'accept' ? '拟通过' : '拟不予通过'}，等待审批`}
        >
          {detail.proposal.reasons.map(({ code, text }) => (
            <p key={code + text}>
              {reasonLabel(code)}：{text}
            </p>
          ))}
        </Banner>
      )}
      {detail.correction && (
        <Banner
          tone="open"
          title={
            detail.correction.overdue
              ? '企业逾期未补正，请按现有材料提出意见'
              : `已退回补正，期限 ${detail.correction.due}`
          }
        />
      )}
      {unmet.length > 0 && (
        <Banner tone="fail" title={`按今天的日期复核，不符合参评条件：${unmet.map(({ id }) => name(id)).join('、')}`}>
          依据：第三条。系统只作提示，由您判断。
        </Banner>
      )}
      {open.length > 0 && (
        <Banner tone="open" title={`参评条件尚不能确定：${open.map(({ id }) => name(id)).join('、')}`}>
          请核实后再提出意见（第三条）。
        </Banner>
      )}
    </>
  )
}

interface Evaluated extends Pick<Data, 'detail'> {
  readonly submission: SubmissionView
}

const resultsOf = ({ result, eligibility }: SubmissionView) => ({
  result: result as Result,
  eligibility: eligibility as Result,
})

const Verdicts = ({ detail, submission }: Evaluated) => {
  const { result, eligibility } = resultsOf(submission)
  const verified = detail.decided && !['visit', 'correction', 'review'].includes(detail.step)
  return (
    <p className="desk__verdicts">
      {result.score && <span className="desk__score">{intervalText(result.score)} 分</span>}
      <OutcomeTag outcome={result.outcome} />
      <span>参评条件</span>
      <OutcomeTag outcome={eligibility.outcome} />
      <span className="muted small">
        {verified ? '按申报数据计算；核查情况见办理记录' : '按企业申报数据计算，未经核实，不代表认定结论'}
      </span>
    </p>
  )
}

const Explained = ({ detail, submission }: Evaluated) => {
  const { result, eligibility } = resultsOf(submission)
  return (
    <>
      <PaperDownload
        name={`评价说明_${submission.receipt}.pdf`}
        href={officePaper(detail.id)}
        fetchPaper={(api) => api.cases.paper({ params: { case: detail.id } })}
      />
      <details className="card">
        <summary>评价得分逐项说明</summary>
        <ExplanationTree root={result.explanation} />
      </details>
      <details className="card">
        <summary>参评条件逐项说明（第三条）</summary>
        <ExplanationTree root={eligibility.explanation} />
      </details>
      <Article>
        申报由 {submission.declaredBy || '企业'} 于 {instantText(submission.at)} 声明真实并提交，回执{' '}
        {submission.receipt}
      </Article>
      <CaseFileLink href={officeCaseFile(detail.id)} />
    </>
  )
}
