import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { type ClaimReasonCode, claimReasons } from '../../../contract/claim-reasons.ts'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { type Api, apiOf } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { ClaimForm } from './ClaimForm.tsx'
import { claimWords } from './claim-words.ts'
import { useReclaim } from './use-reclaim.ts'
import './claim.css'

/** A person's own claim: the form while it is a draft, then where it stands. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const [claim, { enterprises }] = await Promise.all([
    api.claims.own({ params: { authority: params.authority ?? '', claim: params.claim ?? '' } as Address }),
    api.enterprises.own(),
  ])
  return { claim, mayFill: enterprises.some(({ enterprise }) => enterprise === claim.enterprise) }
}

type Address = Parameters<Api['claims']['own']>[0]['params']
export type ShownClaim = Awaited<ReturnType<typeof loader>>['claim']

export const Component = () => {
  const { claim, mayFill } = useLoaderData<typeof loader>()
  const { label, tone } = claimWords[claim.status]
  return (
    <Main title={`认领 ${claim.enterpriseName}`} narrow>
      <header className="stack stack--tight">
        <p className="row">
          <span className="muted">认领企业</span>
          <Tag tone={tone}>{label}</Tag>
        </p>
        <h1>{claim.enterpriseName}</h1>
        <p className="small muted">
          {claim.uscc} · 主管部门：{officeName(claim.authority)}
        </p>
      </header>
      {claim.status === 'draft' ? (
        <ClaimForm key={claim.claim} claim={claim} />
      ) : (
        <>
          <Standing claim={claim} mayFill={mayFill} />
          <Submitted claim={claim} />
        </>
      )}
    </Main>
  )
}

const Standing = ({ claim, mayFill }: { readonly claim: ShownClaim; readonly mayFill: boolean }) => {
  const office = officeName(claim.authority)
  const reclaim = useReclaim(claim)
  switch (claim.status) {
    case 'waiting':
    case 'proposed':
      return (
        <Banner tone="open" title={`${office}正在核实`}>
          <p>
            {instantText(claim.since)}
            起等待。经办人员核对营业执照和授权书后确认；核实结果会显示在这里和“我的企业”。细则没有规定核实期限，着急的请直接联系主管部门。
          </p>
          {mayFill ? (
            <>
              <p>
                <b>等待期间可以先填写企业资料；确认后才能开始申报和提交。</b>
              </p>
              <p>
                <LinkButton to={`/enterprise/${claim.enterprise}/profile`}>先填写资料</LinkButton>
              </p>
            </>
          ) : (
            <p>企业已有负责人或另有人申请，由两名人员比较双方材料后决定；决定之前您还不能查看和填写企业资料。</p>
          )}
        </Banner>
      )
    case 'confirmed':
      return (
        <Banner tone="pass" title={claim.outcome === 'member' ? '已确认您为企业成员' : '已确认您代表企业'}>
          <Reasons claim={claim} />
          <p className="row">
            <LinkButton to={`/enterprise/${claim.enterprise}/profile`}>填写资料</LinkButton>
            <LinkButton to={`/enterprise/${claim.enterprise}/applications`} tone="quiet">
              去申报
            </LinkButton>
          </p>
        </Banner>
      )
    case 'refused':
      return (
        <Banner tone="fail" title="未予确认">
          <Reasons claim={claim} />
          {claim.reasons.some(({ code }) => code === 'not-here') ? (
            <p>
              企业代码没有被占用，请<Link to={`/enterprise/register?uscc=${claim.uscc}`}>重新登记</Link>
              并选择企业所在地的主管部门。
            </p>
          ) : (
            <>
              <p>
                补齐材料后可以再次认领，次数不限；以前的申请和理由都会保留，主管部门一并看到。企业名称填错的，请
                <Link to={`/enterprise/register?uscc=${claim.uscc}`}>重新登记</Link>改正。
              </p>
              <p className="row">
                <ActButton label="补齐材料，再次认领" perform={reclaim.perform} onDone={reclaim.show} />
              </p>
            </>
          )}
        </Banner>
      )
    default:
      return (
        <Banner title="已撤回">
          <p>
            需要时可以<Link to={`/enterprise/register?uscc=${claim.uscc}`}>重新认领</Link>。
          </p>
        </Banner>
      )
  }
}

const Reasons = ({ claim }: { readonly claim: ShownClaim }) =>
  claim.reasons.length > 0 && (
    <ol>
      {claim.reasons.map(({ code, text }) => (
        <li key={code + text}>
          <b>{claimReasons[code as ClaimReasonCode] ?? code}</b>：{text}
        </li>
      ))}
    </ol>
  )

const Submitted = ({ claim }: { readonly claim: ShownClaim }) => (
  <Card title="提交的内容">
    <dl className="claim__facts">
      <div>
        <dt>申请人</dt>
        <dd>
          {claim.name}，{claim.position}
        </dd>
      </div>
      <div>
        <dt>联系电话</dt>
        <dd>{claim.phone}</dd>
      </div>
      {claim.statement !== '' && (
        <div>
          <dt>说明</dt>
          <dd>{claim.statement}</dd>
        </div>
      )}
      <Papers title="营业执照" claim={claim} files={claim.licence} />
      <Papers title="授权书" claim={claim} files={claim.letter} />
    </dl>
    {(claim.status === 'waiting' || claim.status === 'proposed') && (
      <p>
        <ActButton
          label="撤回认领…"
          tone="danger"
          perform={(api, options) =>
            api.claims.withdraw({ params: { authority: claim.authority, claim: claim.claim } as Address }, options)
          }
          confirm={{
            title: '撤回认领',
            action: '确认撤回',
            body: <p>撤回后主管部门不再核实；已填的资料保留，重新认领后仍在。</p>,
          }}
        />
      </p>
    )}
  </Card>
)

const Papers = ({
  title,
  claim,
  files,
}: {
  readonly title: string
  readonly claim: ShownClaim
  readonly files: ShownClaim['licence']
}) => (
  <div>
    <dt>{title}</dt>
    <dd className="claim__papers">
      {files.map(({ id, name }) => (
        <a key={id} href={officeEvidence(claim.authority, id)} target="_blank" rel="noreferrer">
          {name}
        </a>
      ))}
    </dd>
  </div>
)
