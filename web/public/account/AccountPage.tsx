import { useState } from 'react'
import { type LoaderFunctionArgs, redirect, useNavigate } from 'react-router'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { ActForm } from '../../act/ActForm.tsx'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Main } from '../../shell/Main.tsx'
import { loginAddress } from '../../shell/problem.ts'
import { useShell, workplaceOf } from '../../shell/shell-data.ts'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const { person } = await (await apiOf(context)).session.current()
  return person ? null : redirect(loginAddress('/account'))
}

const blank = { current: '', next: '' }

/** 我的账号: who one is here, and a new password; demanded first where somebody else gave the old one. */
export const Component = () => {
  const person = useShell()?.person
  const navigate = useNavigate()
  const [entered, setEntered] = useState(blank)
  const { act, renew, pending, problem, done } = useAct((api, options) =>
    api.session.changePassword({ body: entered }, options),
  )
  const field = (name: keyof typeof blank) => ({
    name,
    value: entered[name],
    error: problem?.fields?.[`/${name}`],
    onChange: ({ target }: { target: { value: string } }) => {
      setEntered((now) => ({ ...now, [name]: target.value }))
      if (problem || done) renew()
    },
  })
  if (!person) return null
  const demanded = person.mustChangePassword
  const submit = async () => {
    if (pending || !(await act())) return
    setEntered(blank)
    if (demanded) await navigate(workplaceOf(person))
  }
  return (
    <Main title="我的账号" narrow>
      <div className="stack stack--tight">
        <h1>{person.name}</h1>
        <p className="muted">
          {person.officer ? officeName(person.officer.authority) : person.administrator ? '管理人员' : '个人账号'}
          {person.demo && ' · 演示账号'}
        </p>
      </div>
      {demanded && (
        <Banner tone="open" title="请先设置自己的密码">
          现在的密码是他人代设的，设置自己的密码后才能办理业务。
        </Banner>
      )}
      {done && <Banner tone="pass" live title="密码已修改，其他设备上的登录已失效。" />}
      {problem && !problem.fields && <ProblemBanner problem={problem} />}
      <Card title="修改密码">
        <ActForm onSubmit={() => void submit()}>
          <input type="hidden" autoComplete="username" value={person.name} readOnly />
          <TextField
            {...field('current')}
            type="password"
            label="现在的密码"
            autoComplete="current-password"
            required
            maxLength={128}
          />
          <TextField
            {...field('next')}
            type="password"
            label="新密码"
            hint="至少 10 个字符，包含字母、数字、符号中的至少两类。"
            autoComplete="new-password"
            required
            maxLength={128}
          />
          <p>
            <Button type="submit" pending={pending}>
              修改密码
            </Button>
          </p>
        </ActForm>
      </Card>
    </Main>
  )
}
