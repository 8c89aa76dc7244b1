import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import { objectionDeskLabel } from '../../../regime/notice/objection.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import { Main } from '../../shell/Main.tsx'
import { Identity } from './Identity.tsx'
import { OpinionBar } from './OpinionBar.tsx'
import { standingTones } from './standing-tones.ts'
import '../list/list.css'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const [objection, { today }] = await Promise.all([
    api.objections.get({ params: { objection: params.objection ?? '' } }),
    api.clock.read(),
  ])
  return { objection, today }
}

/** One objection: what is said, with what evidence, how it is handled; who said it only behind a recorded look. */
export const Component = () => {
  const { objection, today } = useLoaderData<typeof loader>()
  const { status, outcome, opinion } = objection
  return (
    <Main title={`对${objection.enterpriseName}的异议`}>
      <p className="small">
        <Link to="/office/objections">公示异议</Link>
      </p>
      <div className="row row--between">
        <h1>对{objection.enterpriseName}的异议</h1>
        <Tag tone={standingTones[status]}>{objectionDeskLabel(status)}</Tag>
      </div>
      {status === 'open' && objection.note && (
        <Banner tone="open" title="审批退回，请重新核实">
          {objection.note}
        </Banner>
      )}
      {outcome && opinion && (
        <Banner
          tone={outcome === 'upheld' ? 'open' : 'info'}
          title={`${objection.proposedBy ? `经办 ${objection.proposedBy}：` : ''}${status === 'proposed' ? '拟认定' : '认定'}${outcome === 'upheld' ? '异议成立，移出名单' : '异议不成立'}`}
        >
          {opinion}
          {objection.decidedBy && objection.decidedAt && (
            <p className="small">
              审批 {objection.decidedBy} {instantText(objection.decidedAt)}
            </p>
          )}
        </Banner>
      )}
      <div className="with-side">
        <div className="stack">
          <Card title="异议内容">
            <p className="objection__reason">{objection.reason}</p>
            <h3>佐证材料</h3>
            {objection.evidence.length === 0 ? (
              <p className="muted">没有附佐证材料。</p>
            ) : (
              <ul>
                {objection.evidence.map(({ id, name, bytes }) => (
                  <li key={id}>
                    <a href={`/api/evidence/${objection.authority}/${id}`} target="_blank" rel="noreferrer">
                      {name}
                    </a>{' '}
                    <span className="muted small">
                      {Math.max(1, Math.round(bytes / 1024)).toLocaleString('zh-CN')} KB
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <Article>第十七条</Article>
          </Card>
          <Card title="办理记录">
            <Timeline
              label="办理记录"
              entries={[...objection.acts].reverse().map(({ act, label, at, by, words }, index) => ({
                id: `${act}-${objection.acts.length - index}`,
                at: instantText(at),
                title: label,
                ...(by && { by }),
                ...(words.length > 0 && { body: words.map((line) => <p key={line}>{line}</p>) }),
              }))}
            />
          </Card>
        </div>
        <div className="stack">
          <Card title="公示">
            <dl className="facts">
              <div>
                <dt>名单</dt>
                <dd>
                  <Link to={`/notices/${objection.authority}/${objection.notice}`}>{objection.noticeTitle}</Link>
                </dd>
              </div>
              <div>
                <dt>公示期止</dt>
                <dd>{dayText(objection.noticeEnds, today)}</dd>
              </div>
              <div>
                <dt>企业</dt>
                <dd>
                  <Link to={`/office/cases/${objection.case}`}>{objection.enterpriseName}</Link>
                  <span className="list__sub">
                    {objection.uscc} {findAuthority(objection.authority)?.place}
                  </span>
                </dd>
              </div>
              <div>
                <dt>回执编号</dt>
                <dd>{objection.receipt}</dd>
              </div>
              <div>
                <dt>收到</dt>
                <dd>{instantText(objection.receivedAt)}</dd>
              </div>
            </dl>
          </Card>
          <Identity objection={objection.id} />
        </div>
      </div>
      <OpinionBar objection={objection} key={objection.version} />
    </Main>
  )
}
