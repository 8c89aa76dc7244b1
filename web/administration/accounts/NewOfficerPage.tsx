import { useState } from 'react'
import { Link } from 'react-router'
import type { OfficerRole } from '../../../regime/jurisdiction/actor.ts'
import { type AuthorityCode, localAuthorities, province } from '../../../regime/jurisdiction/authorities.ts'
import { ActForm } from '../../act/ActForm.tsx'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { ErrorSummary } from '../../components/error-summary/ErrorSummary.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { IssuedPassword } from './IssuedPassword.tsx'
import { RolesField } from './RolesField.tsx'
import './accounts.css'

interface Entered {
  readonly name: string
  readonly login: string
  readonly authority: string
  readonly roles: readonly OfficerRole[]
}

const blank: Entered = { name: '', login: '', authority: '', roles: [] }
const offices = [province, ...localAuthorities].map(({ code, office }) => ({ value: code, label: office }))

/** 建立账号: an officer's account with authority and posts; begins with a password to be changed at first log-in. */
export const Component = () => {
  const office = useShell()?.person?.administrator
  const [entered, setEntered] = useState(blank)
  const [issued, setIssued] = useState<{ login: string; name: string; password: string }>()
  const { act, renew, pending, problem } = useAct((api, options) => {
    const { name, login, authority, roles } = entered
    const body = { name, login, authority: authority as AuthorityCode, roles: [...roles] }
    return api.administration.createOfficer({ body }, options)
  })
  const errors = problem?.fields ?? {}
  const change = (part: Partial<Entered>) => {
    setEntered((now) => ({ ...now, ...part }))
    if (problem) renew()
  }
  const submit = async () => {
    if (pending) return
    setIssued(undefined)
    const made = await act()
    if (!made) return
    setIssued({ login: entered.login, name: entered.name, password: made.initialPassword })
    // Colleagues of one office are usually made one after another.
    setEntered({ ...blank, authority: entered.authority })
  }
  const text = (field: 'name' | 'login') => ({
    name: field,
    value: entered[field],
    error: errors[`/${field}`],
    onChange: ({ target }: { target: { value: string } }) => change({ [field]: target.value }),
  })
  if (office !== 'system')
    return (
      <Main title="建立账号" narrow>
        <h1>建立账号</h1>
        <Banner tone="info" title="账号由系统管理员建立">
          安全管理员调整岗位、停用账号；审计员查看操作记录。
        </Banner>
      </Main>
    )
  return (
    <Main title="建立账号" narrow>
      <h1>建立主管部门人员账号</h1>
      {issued && (
        <Banner tone="pass" live title={`${issued.name}的账号已建立`}>
          <IssuedPassword login={issued.login} password={issued.password} />
        </Banner>
      )}
      {problem?.fields ? (
        <ErrorSummary
          errors={['name', 'login', 'authority', 'roles'].flatMap((field) => {
            const message = errors[`/${field}`]
            return message === undefined ? [] : [{ field, message }]
          })}
        />
      ) : (
        <ProblemBanner problem={problem} />
      )}
      <Card>
        <ActForm onSubmit={() => void submit()}>
          <TextField {...text('name')} label="姓名" autoComplete="off" maxLength={50} />
          <TextField
            {...text('login')}
            label="手机号码或电子邮箱"
            hint="用作登录账号。"
            autoComplete="off"
            maxLength={100}
          />
          <SelectField
            name="authority"
            label="主管部门"
            options={offices}
            value={entered.authority}
            error={errors['/authority']}
            onChange={({ target }) => change({ authority: target.value })}
          />
          <RolesField roles={entered.roles} error={errors['/roles']} onChange={(roles) => change({ roles })} />
          <p className="row">
            <Button type="submit" pending={pending}>
              建立账号
            </Button>
            <Link to="/administration">返回账号列表</Link>
          </p>
        </ActForm>
      </Card>
    </Main>
  )
}
