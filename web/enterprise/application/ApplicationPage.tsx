import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { CaseDetail } from '../../../contract/case-view.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import { type Day, daysBetween } from '../../../regime/kernel/day.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { enterpriseCaseFile } from '../../components/case-file/CaseFileLink.tsx'
import { CaseRoad } from '../../components/case-road/CaseRoad.tsx'
import { Deadline, dayText } from '../../components/deadline/Deadline.tsx'
import { ExplanationTree } from '../../components/explanation/ExplanationTree.tsx'
import { PaperDownload } from '../../components/paper-download/PaperDownload.tsx'
import { enterprisePaper } from '../../components/paper-download/paper-href.ts'
import { ReasonList } from '../../components/reason-list/ReasonList.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import { Main } from '../../shell/Main.tsx'
import { HandIn } from './HandIn.tsx'
import { Receipt } from './Receipt.tsx'
import './application.css'

/** One application: where it stands, who holds it, what is next; and, while it is the firm's turn, handing it in. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const address = { enterprise: params.enterprise ?? '', case: params.case ?? '' }
  const [detail, { today }] = await Promise.all([api.applications.get({ params: address }), api.clock.read()])
  const own = detail.available.some(({ act }) => act === 'application.submit')
  const standing = own || detail.step === 'draft' ? await api.applications.standing({ params: address }) : null
  return { detail, standing, today, enterprise: address.enterprise }
}

export const Component = () => {
  const { detail, standing, today, enterprise } = useLoaderData<typeof loader>()
  const address = { enterprise, case: detail.id }
  return (
    <Main title={`${detail.batchTitle} · ${detail.label}`}>
      <header className="stack stack--tight">
        <h1>{detail.batchTitle}</h1>
        <p className="muted">
          {detail.enterpriseName} · {detail.documentNumber}
        </p>
      </header>
      <CaseRoad phases={detail.phases} today={today} />
      <Now detail={detail} today={today} />
      <Reasons detail={detail} enterprise={enterprise} today={today} />
      {standing && <HandIn key={detail.seq} detail={detail} standing={standing} address={address} />}
      {detail.submission && (
        <Receipt
          submission={detail.submission}
          batch={detail.batchTitle}
          file={enterpriseCaseFile(enterprise, detail.id)}
        />
      )}
      <Card title="办理记录">
        <Timeline
          label="办理记录"
          entries={[...detail.acts].reverse().map((entry) => ({
            id: String(entry.seq),
            at: instantText(entry.at),
            title: entry.label,
            by: entry.by,
            official: entry.by !== detail.enterpriseName,
            ...(entry.words.length > 0 && { body: entry.words.map((line) => <p key={line}>{line}</p>) }),
          }))}
        />
      </Card>
      {detail.submission && (
        <Card
          title="提交时的自评说明"
          aside={
            <PaperDownload
              name={`评价说明_${detail.submission.receipt}.pdf`}
              href={enterprisePaper(enterprise, detail.id)}
              fetchPaper={(api) => api.applications.paper({ params: address })}
            />
          }
        >
          <ExplanationTree root={(detail.submission.result as Result).explanation} />
        </Card>
      )}
      {detail.available.some(({ act }) => act === 'application.withdraw') && (
        <p>
          <ActButton
            label="撤回申报…"
            tone="danger"
            perform={(api, options) =>
              api.applications.withdraw({ params: address, body: { baseSeq: detail.seq } }, options)
            }
            confirm={{
              title: '撤回申报',
              action: '确认撤回',
              body: <p>撤回后本次申报终止，已填的资料都会保留。申报截止前可以重新申报（第七条 企业自愿）。</p>,
            }}
          />
        </p>
      )}
    </Main>
  )
}

/** Where it stands, who holds it, what is next, by when, whom to call (R7.2). */
const Now = ({ detail, today }: { readonly detail: CaseDetail; readonly today: string }) => (
  <section className="card now" aria-label="现在的进度">
    <p className="now__label">{detail.label}</p>
    <p>{detail.next}</p>
    <dl className="now__facts">
      <div>
        <dt>办理单位</dt>
        <dd>
          {detail.holder.office}
          {detail.holder.post !== '' && detail.holder.post !== '已办结' && ` · ${detail.holder.post}`}
        </dd>
      </div>
      {detail.due && !detail.final && (
        <div>
          <dt>期限</dt>
          <dd>
            <Deadline day={detail.due} days={daysBetween(today as Day, detail.due as Day)} today={today} />
          </dd>
        </div>
      )}
      {detail.visit && detail.step === 'visit' && (
        <div>
          <dt>实地核查</dt>
          <dd>
            {dayText(detail.visit.on, today)}，核查人员 {detail.visit.verifiers.map(({ name }) => name).join('、')}
          </dd>
        </div>
      )}
      {detail.holder.phone && (
        <div>
          <dt>咨询电话</dt>
          <dd>
            <a href={`tel:${detail.holder.phone}`}>{detail.holder.phone}</a>
          </dd>
        </div>
      )}
    </dl>
    <Article>{detail.article}</Article>
  </section>
)

const Reasons = ({
  detail,
  enterprise,
  today,
}: {
  readonly detail: CaseDetail
  readonly enterprise: string
  readonly today: string
}) => {
  const { correction, rejection } = detail
  if (correction && detail.step === 'correction')
    return (
      <Banner tone="open" title={`请在${dayText(correction.due, today)}前（含当日）补正后重新提交`}>
        <ReasonList reasons={correction.reasons} />
        <p>
          <Link to={`/enterprise/${enterprise}/profile`}>去修改资料和佐证</Link>
        </p>
      </Banner>
    )
  if (rejection && detail.final)
    return (
      <Banner tone="fail" title={`未通过，依据${rejection.article}`}>
        <ReasonList reasons={rejection.reasons} />
      </Banner>
    )
  return null
}
