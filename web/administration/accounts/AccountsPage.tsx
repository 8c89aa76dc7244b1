import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { AdministratorOffice } from '../../../regime/jurisdiction/actor.ts'
import { findAuthority, localAuthorities, province } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { administratorNames, rolesText } from '../../shell/role-names.ts'
import { useShell } from '../../shell/shell-data.ts'
import { AccountActs, type AccountRow } from './AccountActs.tsx'
import './accounts.css'

/** A login name is an e-mail address or a mobile number; everything else is (part of) a person's name. */
const isLogin = (text: string): boolean => /^(1[3-9]\d{9}|[^\s@/]+@[^\s@/]+\.[^\s@/]+)$/.test(text)

/** Accounts of officers and administrators; by its login name any account, for whoever cannot get in. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const asked = (search.get('q') ?? '').normalize('NFKC').trim()
  const authority = findAuthority(search.get('authority') ?? '')?.code
  const { accounts } = await api.administration.accounts({
    query: { ...(isLogin(asked) && { login: asked }), ...(authority && { authority }) },
  })
  const found = isLogin(asked) ? accounts : accounts.filter(({ name, login }) => `${name} ${login}`.includes(asked))
  return { accounts: found, filtered: asked !== '' || authority !== undefined }
}

const standing = ({ disabled, mustChangePassword, demo }: AccountRow) => (
  <>
    {disabled ? <Tag tone="fail">已停用</Tag> : <Tag tone="pass">正常</Tag>}{' '}
    {mustChangePassword && !disabled && <Tag tone="open">还没有改初始密码</Tag>} {demo && <Tag>演示</Tag>}
  </>
)

const placeOf = ({ authority, office }: AccountRow): string => {
  if (office) return administratorNames[office]
  return (authority && findAuthority(authority)?.office) ?? '企业人员'
}

const columnsFor = (office: AdministratorOffice, self: string): readonly Column<AccountRow>[] => [
  {
    id: 'name',
    head: '姓名',
    primary: true,
    cell: ({ name, login }) => (
      <>
        {name}
        <span className="accounts__login">{login}</span>
      </>
    ),
  },
  { id: 'place', head: '主管部门', cell: placeOf },
  { id: 'roles', head: '岗位', cell: ({ roles }) => rolesText(roles) || '—' },
  { id: 'standing', head: '状态', cell: standing },
  { id: 'created', head: '建立', cell: ({ createdAt }) => instantText(createdAt).slice(0, 10) },
  {
    id: 'acts',
    head: '办理',
    screenOnly: true,
    cell: (account) => (
      <span className="row">
        <AccountActs account={account} office={office} own={account.id === self} />
      </span>
    ),
  },
]

const intro: Readonly<Record<AdministratorOffice, string>> = {
  system: '您建立账号、重发初始密码。岗位由安全管理员调整。',
  security: '您调整岗位、停用和恢复账号。账号由系统管理员建立。',
  auditor: '您查看账号和操作记录，不作改动。',
}

export const Component = () => {
  const { accounts, filtered } = useLoaderData<typeof loader>()
  const person = useShell()?.person
  const [search] = useSearchParams()
  const office = person?.administrator
  if (!person || !office) return null
  return (
    <Main title="账号">
      <div className="row row--between">
        <h1>账号 {accounts.length} 个</h1>
        {office === 'system' && <LinkButton to="/administration/officers/new">建立账号</LinkButton>}
      </div>
      <p className="muted">{intro[office]}三类管理人员都不能查看或办理案件。</p>
      <Form method="get" role="search" className="accounts__filter">
        <TextField
          name="q"
          label="姓名或登录账号"
          hint="写全登录账号，也可以找到企业人员的账号。"
          defaultValue={search.get('q') ?? ''}
        />
        <SelectField
          name="authority"
          label="主管部门"
          blank="全部"
          defaultValue={search.get('authority') ?? ''}
          options={[province, ...localAuthorities].map((one) => ({ value: one.code, label: one.office }))}
        />
        <Button type="submit" tone="quiet">
          查找
        </Button>
      </Form>
      <Card flush>
        <Table
          caption="账号"
          captionHidden
          columns={columnsFor(office, person.id)}
          rows={accounts}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={filtered ? '没有找到账号' : '还没有账号'}>
              {filtered ? <Link to="/administration">显示全部</Link> : '系统管理员建立后会出现在这里。'}
            </EmptyState>
          }
        />
      </Card>
    </Main>
  )
}
