import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { type RefusalCode, refusals } from '../../../regime/kernel/errors.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'

const isCode = (code: string | null): code is RefusalCode => code !== null && Object.hasOwn(refusals, code)

/** Why the last try was refused, if it was, and where to go on to afterwards. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url)
  const code = searchParams.get('error')
  const { message, remedy } = isCode(code) ? refusals[code] : { message: '', remedy: '' }
  return { next: searchParams.get('next') ?? '', message, remedy, code: isCode(code) ? code : '' }
}

/** A plain HTML form (POST /login), so that it works before scripts run. */
export const Component = () => {
  const { next, message, remedy, code } = useLoaderData<typeof loader>()
  const person = useShell()?.person
  return (
    <Main title="登录" narrow>
      <h1>登录</h1>
      {message !== '' && (
        <Banner tone="fail" live title={message}>
          <p>{remedy}</p>
          <p className="small muted">代码 {code}</p>
        </Banner>
      )}
      {person && <Banner title={`您已用“${person.name}”登录`}>再次登录会换成另一个账号。</Banner>}
      <Card>
        <form className="stack" method="post" action="/login">
          <TextField name="login" label="手机号码或电子邮箱" autoComplete="username" required maxLength={100} />
          <TextField
            name="password"
            type="password"
            label="密码"
            autoComplete="current-password"
            required
            maxLength={200}
          />
          {next !== '' && <input type="hidden" name="next" value={next} />}
          <p>
            <Button type="submit">登录</Button>
          </p>
        </form>
      </Card>
      <Card title="还没有账号">
        <p>企业人员自己注册个人账号，再认领所代表的企业；主管部门工作人员的账号由本单位管理员开立。</p>
        <p>
          <LinkButton tone="quiet" to={next === '' ? '/sign-up' : `/sign-up?${new URLSearchParams({ next })}`}>
            注册个人账号
          </LinkButton>
        </p>
        <p className="muted small">自测、公示、公告和名单查询不需要登录。</p>
      </Card>
    </Main>
  )
}
