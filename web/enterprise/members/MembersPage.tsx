import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import type { Invitation, Member } from '../../../contract/members.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { type Api, apiOf } from '../../api.ts'
import { Card } from '../../components/card/Card.tsx'
import { Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { roleWords } from '../claim/claim-words.ts'
import { InviteForm } from './InviteForm.tsx'
import './members.css'

/** Who speaks for the firm, and the invitations that are out. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const enterprise = params.enterprise ?? ''
  return { enterprise, ...(await api.members.list({ params: { enterprise } })) }
}

export const Component = () => {
  const { enterprise, members, invitations } = useLoaderData<typeof loader>()
  const owner = members.some(({ self, role, standing }) => self && role === 'owner' && standing === 'confirmed')
  const owners = members.filter(({ role, standing }) => role === 'owner' && standing === 'confirmed').length
  return (
    <Main title="同事" narrow>
      <div className="stack stack--tight">
        <h1>同事</h1>
        <p className="muted">
          负责人可以邀请同事、调整身份；成员可以填写资料、办理申报。每一处修改都记下是谁、什么时候。
        </p>
      </div>
      <Card flush>
        <Table
          caption="成员"
          captionHidden
          rows={members}
          rowKey={({ person }) => person}
          columns={[
            {
              id: 'name',
              head: '姓名',
              primary: true,
              cell: ({ name, self, standing }) => (
                <>
                  {name}
                  {self && <span className="muted">（您）</span>}
                  {standing === 'pending' && <Tag tone="open">待核实</Tag>}
                </>
              ),
            },
            { id: 'role', head: '身份', cell: ({ role }) => roleWords[role] },
            { id: 'since', head: '加入时间', cell: ({ since }) => instantText(since) },
            {
              id: 'acts',
              head: '办理',
              cell: (member) => (
                <MemberActs
                  enterprise={enterprise}
                  member={member}
                  owner={owner}
                  last={member.role === 'owner' && owners === 1}
                />
              ),
            },
          ]}
        />
      </Card>
      {owner && <InviteForm enterprise={enterprise} />}
      {owner && invitations.length > 0 && (
        <Card title="未使用的邀请" flush>
          <Table
            caption="未使用的邀请"
            captionHidden
            rows={invitations}
            rowKey={({ id }) => id}
            columns={[
              { id: 'invitee', head: '受邀人', primary: true, cell: ({ invitee }) => invitee },
              { id: 'role', head: '身份', cell: ({ role }) => roleWords[role] },
              { id: 'expires', head: '有效至', cell: ({ expiresAt }) => instantText(expiresAt) },
              { id: 'acts', head: '办理', cell: (one) => <Revoke enterprise={enterprise} invitation={one} /> },
            ]}
          />
        </Card>
      )}
    </Main>
  )
}

const Revoke = ({ enterprise, invitation }: { readonly enterprise: string; readonly invitation: Invitation }) => (
  <ActButton
    label="撤销"
    tone="plain"
    perform={(api, options) => api.members.revoke({ params: { enterprise, invitation: invitation.id } }, options)}
  />
)

const MemberActs = ({
  enterprise,
  member,
  owner,
  last,
}: {
  readonly enterprise: string
  readonly member: Member
  readonly owner: boolean
  /** The firm's only owner stays: a firm always has one. */
  readonly last: boolean
}) => {
  const navigate = useNavigate()
  const change = (to: 'owner' | 'member' | 'removed') => ({
    perform: async (api: Api, options: { key: string }) => {
      const done = await api.members.change({ params: { enterprise, person: member.person }, body: { to } }, options)
      // Having left, one may not read this page any more: go before its data are asked for again.
      if (member.self && to === 'removed') await navigate('/enterprise')
      return done
    },
  })
  if (member.standing === 'pending') return null
  if (last) return <span className="small muted">唯一的负责人，先设另一名负责人才能退出</span>
  return (
    <span className="members__acts">
      {owner && member.role === 'member' && (
        <ActButton
          {...change('owner')}
          label="设为负责人…"
          tone="plain"
          confirm={{
            title: `设${member.name}为负责人`,
            action: '设为负责人',
            body: <p>负责人可以邀请和移出同事，也可以移出您。一家企业可以有几名负责人。</p>,
          }}
        />
      )}
      {owner && member.role === 'owner' && (
        <ActButton
          {...change('member')}
          label="改为成员…"
          tone="plain"
          confirm={{
            title: `改${member.name}为成员`,
            action: '改为成员',
            body: <p>成员不能邀请和移出同事。企业至少保留一名负责人。</p>,
          }}
        />
      )}
      {(owner || member.self) && (
        <ActButton
          {...change('removed')}
          label={member.self ? '退出…' : '移出…'}
          tone="plain"
          confirm={{
            title: member.self ? '退出企业' : `移出${member.name}`,
            action: member.self ? '确认退出' : '确认移出',
            body: (
              <p>
                {member.self ? '退出后您不再能查看和填写本企业资料。' : '移出后该人员不再能查看和填写本企业资料。'}
                已填的内容和修改记录都保留。
              </p>
            ),
          }}
        />
      )}
    </span>
  )
}
