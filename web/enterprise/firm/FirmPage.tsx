import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Main } from '../../shell/Main.tsx'
import { roleWords } from '../claim/claim-words.ts'
import { profileProgress } from '../profile/progress.ts'
import { tierOneRelevance } from '../profile/tier-one.ts'
import { ClaimAgainst } from './ClaimAgainst.tsx'

/** The firm at a glance: who it is, how far its profile is, what waits for its owner. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const enterprise = params.enterprise ?? ''
  const [profile, { today }] = await Promise.all([api.profile.read({ params: { enterprise } }), api.clock.read()])
  const confirmed = profile.standing === 'confirmed'
  const { cases } = confirmed ? await api.applications.list({ params: { enterprise } }) : { cases: [] }
  const mayAnswer = profile.role === 'owner' && confirmed
  const against = mayAnswer ? (await api.claims.against({ params: { enterprise } })).claims : []
  const { entries, ...firm } = profile
  return { firm, progress: profileProgress(entries, today, tierOneRelevance(today)), against, cases, today }
}

export const Component = () => {
  const { firm, progress, against, cases, today } = useLoaderData<typeof loader>()
  const { enterprise, role, standing } = firm
  const home = `/enterprise/${enterprise.id}`
  const open = progress.sections.filter(({ missing, invalid }) => missing + invalid > 0)
  return (
    <Main title={enterprise.name}>
      <header className="stack stack--tight">
        <h1>{enterprise.name}</h1>
        <p className="small muted">
          {enterprise.uscc}
          {enterprise.usccConfirmed && '（代码经主管部门核验营业执照）'} · 主管部门：
          {officeName(enterprise.authority)} · 您是{roleWords[role]}
        </p>
      </header>
      {standing === 'pending' && (
        <Banner tone="open" title="主管部门正在核实您的认领">
          <p>资料可以先填；确认后才能开始申报和提交。</p>
        </Banner>
      )}
      {against.map((claim) => (
        <ClaimAgainst key={claim.claim} enterprise={enterprise.id} claim={claim} />
      ))}
      <div className="columns">
        <Card title="企业资料" aside={<Link to={`${home}/profile`}>全部</Link>}>
          {open.length === 0 ? (
            <p>创新型中小企业评价所需的项目都已填写。</p>
          ) : (
            <>
              <p>
                还差 <b className="serif">{progress.missing + progress.invalid}</b> 项
                {progress.invalid > 0 && `，其中 ${progress.invalid} 项填写有误`}
              </p>
              <ul>
                {open.map(({ id, title, missing, invalid }) => (
                  <li key={id}>
                    <Link to={`${home}/profile/${id}`}>{title}</Link>
                    <span className="muted"> {missing + invalid} 项</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            <LinkButton to={`${home}/profile`} tone={open.length > 0 ? 'primary' : 'quiet'}>
              填写资料
            </LinkButton>
          </p>
        </Card>
        <Card title="申报">
          {cases.length === 0 && <p>开放批次内由企业自愿提出（第七条）。资料填好后，提交前可以看到即时得分。</p>}
          {cases.length > 0 && (
            <ul className="firm__cases">
              {cases.slice(0, 3).map((one) => (
                <li key={one.id}>
                  <Link to={`${home}/applications/${one.id}`}>{one.batchTitle}</Link>
                  <span>
                    {one.label}
                    {one.due && <span className="muted"> · {dayText(one.due, today)}止</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <p>
            {standing === 'confirmed' ? (
              <LinkButton to={`${home}/applications`} tone={open.length > 0 ? 'quiet' : 'primary'}>
                查看申报
              </LinkButton>
            ) : (
              <span className="muted">认领确认后开放。</span>
            )}
          </p>
        </Card>
      </div>
    </Main>
  )
}
