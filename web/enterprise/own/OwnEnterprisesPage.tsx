import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OwnClaim, OwnEnterprise } from '../../../contract/enterprises.ts'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { claimWords, roleWords } from '../claim/claim-words.ts'
import './own.css'

/** The enterprises a person speaks for, and their claims that are not settled. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { enterprises, claims } = await api.enterprises.own()
  const spokenFor = new Set(enterprises.filter(({ role }) => role === 'owner').map(({ enterprise }) => enterprise))
  const current = claims.filter(
    (claim, index) =>
      claim.status !== 'confirmed' &&
      claim.status !== 'withdrawn' &&
      !(claim.status === 'refused' && spokenFor.has(claim.enterprise)) &&
      // Of several claims on one firm only the latest still says anything.
      claims.findIndex(({ enterprise }) => enterprise === claim.enterprise) === index,
  )
  return { enterprises, claims: current }
}

const FirmCard = ({ firm, claim }: { readonly firm: OwnEnterprise; readonly claim: OwnClaim | undefined }) => {
  const home = `/enterprise/${firm.enterprise}`
  return (
    <Card className="own">
      <div className="own__head">
        <h2>
          <Link to={home}>{firm.name}</Link>
        </h2>
        <span className="row">
          <Tag>{roleWords[firm.role]}</Tag>
          {firm.standing === 'pending' && <Tag tone="open">认领待核实</Tag>}
        </span>
      </div>
      <p className="small muted">
        {firm.uscc} · {officeName(firm.authority)}
      </p>
      {firm.standing === 'pending' && (
        <p className="small">
          资料可以先填；主管部门确认后才能申报。
          {claim && <Link to={claimPath(claim)}>查看认领申请</Link>}
        </p>
      )}
      <p className="own__ways">
        <LinkButton to={`${home}/profile`} tone={firm.standing === 'pending' ? 'primary' : 'quiet'} small>
          填写资料
        </LinkButton>
        {firm.standing === 'confirmed' && (
          <>
            <LinkButton to={`${home}/applications`} small>
              申报
            </LinkButton>
            <LinkButton to={`${home}/members`} tone="quiet" small>
              同事
            </LinkButton>
          </>
        )}
      </p>
    </Card>
  )
}

const claimPath = ({ authority, claim }: OwnClaim): string => `/enterprise/claims/${authority}/${claim}`

const ClaimLine = ({ claim }: { readonly claim: OwnClaim }) => {
  const { label, tone } = claimWords[claim.status]
  return (
    <li className="own__claim">
      <span className="stack stack--tight">
        <Link to={claimPath(claim)}>
          <b>{claim.enterpriseName}</b>
        </Link>
        <span className="small muted">
          {claim.uscc} · {officeName(claim.authority)} · {instantText(claim.since)}
        </span>
      </span>
      <Tag tone={tone}>{label}</Tag>
    </li>
  )
}

export const Component = () => {
  const { enterprises, claims } = useLoaderData<typeof loader>()
  const shown = new Set(enterprises.map(({ enterprise }) => enterprise))
  const separate = claims.filter(({ enterprise }) => !shown.has(enterprise))
  return (
    <Main title="我的企业" narrow>
      <div className="row row--between">
        <h1>我的企业</h1>
        {enterprises.length > 0 && (
          <LinkButton to="/enterprise/register" tone="quiet">
            登记或认领另一家
          </LinkButton>
        )}
      </div>
      {enterprises.length === 0 && (
        <Card>
          <EmptyState title={separate.length > 0 ? '还没有可以办理的企业' : '您还没有代表任何企业'}>
            <p>
              用统一社会信用代码登记企业，再用营业执照和授权书证明您代表企业。企业已有负责人的，请负责人发来邀请链接即可。
            </p>
            <LinkButton to="/enterprise/register">登记或认领企业</LinkButton>
          </EmptyState>
        </Card>
      )}
      {enterprises.map((firm) => (
        <FirmCard
          key={firm.enterprise}
          firm={firm}
          claim={claims.find(({ enterprise }) => enterprise === firm.enterprise)}
        />
      ))}
      {separate.length > 0 && (
        <Card title="认领申请">
          <ul className="own__claims">
            {separate.map((claim) => (
              <ClaimLine key={claim.claim} claim={claim} />
            ))}
          </ul>
        </Card>
      )}
    </Main>
  )
}
