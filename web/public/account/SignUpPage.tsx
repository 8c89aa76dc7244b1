import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ActForm } from '../../act/ActForm.tsx'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { ErrorSummary } from '../../components/error-summary/ErrorSummary.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { localPath } from '../../shell/local-path.ts'
import { Main } from '../../shell/Main.tsx'

export const loader = ({ request }: LoaderFunctionArgs) => ({
  next: localPath(new URL(request.url).searchParams.get('next')) ?? '/enterprise',
})

const blank = { name: '', login: '', password: '' }

/** 个人注册: a person's own account; which firm the person speaks for is the next step. */
export const Component = () => {
  const { next } = useLoaderData<typeof loader>()
  const [entered, setEntered] = useState(blank)
  const { act, renew, pending, problem } = useAct((api, options) => api.session.register({ body: entered }, options))
  const errors = problem?.fields ?? {}
  const field = (name: keyof typeof blank) => ({
    name,
    value: entered[name],
    error: errors[`/${name}`],
    onChange: ({ target }: { target: { value: string } }) => {
      setEntered((now) => ({ ...now, [name]: target.value }))
      if (problem) renew()
    },
  })
  const submit = async () => {
    if (!pending && (await act())) location.assign(next)
  }
  return (
    <Main title="注册个人账号" narrow>
      <div className="stack">
        <h1>注册个人账号</h1>
        <p className="lead">先注册您本人的账号，再认领所代表的企业；一个人可以代表几家企业，一家企业也可以有几个人。</p>
      </div>
      {problem?.fields ? (
        <ErrorSummary
          errors={['name', 'login', 'password'].flatMap((field) => {
            const message = errors[`/${field}`]
            return message === undefined ? [] : [{ field, message }]
          })}
        />
      ) : (
        <ProblemBanner problem={problem} />
      )}
      <Card>
        <ActForm onSubmit={() => void submit()}>
          <TextField {...field('name')} label="姓名" autoComplete="name" required maxLength={50} />
          <TextField
            {...field('login')}
            label="手机号码或电子邮箱"
            hint="用作登录账号。"
            autoComplete="username"
            required
            maxLength={100}
          />
          <TextField
            {...field('password')}
            type="password"
            label="密码"
            hint="至少 10 个字符，包含字母、数字、符号中的至少两类。"
            autoComplete="new-password"
            required
            maxLength={128}
          />
          <p>
            <Button type="submit" pending={pending}>
              注册并登录
            </Button>
          </p>
        </ActForm>
        <noscript>
          <p className="small">注册需要浏览器启用脚本。</p>
        </noscript>
      </Card>
      <p>
        已有账号：<Link to={`/login?${new URLSearchParams({ next })}`}>登录</Link>
      </p>
    </Main>
  )
}
