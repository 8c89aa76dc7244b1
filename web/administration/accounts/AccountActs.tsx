import { useState } from 'react'
import type { z } from 'zod'
import type { Account } from '../../../contract/administration.ts'
import type { AdministratorOffice } from '../../../regime/jurisdiction/actor.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { IssuedPassword } from './IssuedPassword.tsx'
import { RolesField } from './RolesField.tsx'

export type AccountRow = z.infer<typeof Account>

const Reissue = ({ account }: { readonly account: AccountRow }) => {
  const [password, setPassword] = useState<string>()
  return (
    <>
      <ActButton
        small
        tone="quiet"
        label="重发初始密码…"
        perform={(api, options) => api.administration.resetPassword({ params: { account: account.id } }, options)}
        onDone={({ initialPassword }) => setPassword(initialPassword)}
        confirm={{
          title: `重发${account.name}的初始密码`,
          action: '重发初始密码',
          body: <p>原密码和所有登录立即失效。请先核实是本人提出的。</p>,
        }}
      />
      <Dialog
        open={password !== undefined}
        title={`${account.name}的新初始密码`}
        onClose={() => setPassword(undefined)}
        actions={<Button onClick={() => setPassword(undefined)}>已经记下</Button>}
      >
        <IssuedPassword login={account.login} password={password ?? ''} />
      </Dialog>
    </>
  )
}

const Posts = ({ account }: { readonly account: AccountRow }) => {
  const [roles, setRoles] = useState(account.roles)
  return (
    <ActButton
      small
      tone="quiet"
      label="调整岗位…"
      perform={(api, options) =>
        api.administration.assignRoles({ params: { account: account.id }, body: { roles } }, options)
      }
      confirm={{
        title: `调整${account.name}的岗位`,
        action: '保存岗位',
        body: (
          <>
            <RolesField roles={roles} onChange={setRoles} />
            <p className="muted small">立即生效，已登录的也一样。案件中已经办理的不受影响。</p>
          </>
        ),
      }}
    />
  )
}

const Disabling = ({ account }: { readonly account: AccountRow }) => (
  <ActButton
    small
    tone={account.disabled ? 'quiet' : 'danger'}
    label={account.disabled ? '恢复账号…' : '停用账号…'}
    perform={(api, options) =>
      api.administration.setDisabled(
        { params: { account: account.id }, body: { disabled: !account.disabled } },
        options,
      )
    }
    confirm={
      account.disabled
        ? { title: `恢复${account.name}的账号`, action: '恢复账号', body: <p>恢复后，本人可以用原来的密码登录。</p> }
        : {
            title: `停用${account.name}的账号`,
            action: '停用账号',
            body: <p>本人立即退出，不能再登录。已经办理的都保留；没有办完的，请由同岗位的其他人员接着办。</p>,
          }
    }
  />
)

/** What this administrator may do with an account: the three offices are never in one hand (三员分立). */
export const AccountActs = ({
  account,
  office,
  own,
}: {
  readonly account: AccountRow
  readonly office: AdministratorOffice
  readonly own: boolean
}) => {
  if (office === 'auditor')
    return (
      <LinkButton small tone="quiet" to={`/administration/record?account=${account.id}`}>
        操作记录
      </LinkButton>
    )
  if (own) return <span className="muted">本人</span>
  if (office === 'system') return <Reissue account={account} />
  return (
    <>
      {account.authority !== null && <Posts account={account} />}
      <Disabling account={account} />
    </>
  )
}
