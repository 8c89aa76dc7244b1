import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Main } from '../../shell/Main.tsx'
import { AlreadyRegistered } from './AlreadyRegistered.tsx'
import { CodeReading } from './CodeReading.tsx'
import { NewRegistration } from './NewRegistration.tsx'

/** Registering by code: the code is in the address, so the first step needs no scripts. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const uscc = new URL(request.url).searchParams.get('uscc')?.trim().slice(0, 60) ?? ''
  if (uscc === '') return { uscc, found: null }
  const api = await apiOf(context)
  return { uscc, found: await api.enterprises.lookUp({ query: { uscc } }) }
}

export const Component = () => {
  const { uscc, found } = useLoaderData<typeof loader>()
  return (
    <Main title="登记或认领企业" narrow>
      <div className="stack stack--tight">
        <h1>登记或认领企业</h1>
        <p className="lead">先核对代码，再由您提交营业执照和授权书，主管部门核实后即可申报。</p>
      </div>
      <Card title="1. 统一社会信用代码">
        <Form method="get" className="stack">
          <TextField
            key={uscc}
            name="uscc"
            label="统一社会信用代码"
            hint="照营业执照填写 18 位，大小写、空格、全角都可以。"
            defaultValue={uscc}
            maxLength={60}
            autoComplete="off"
            required
            error={found?.reading.problem?.text}
          />
          <p>
            <Button type="submit" tone={found && !found.reading.problem ? 'quiet' : 'primary'}>
              核对代码
            </Button>
          </p>
        </Form>
        {found && <CodeReading reading={found.reading} />}
      </Card>
      {found &&
        (found.registered ? (
          <AlreadyRegistered key={uscc} firm={found.registered} />
        ) : (
          <NewRegistration key={uscc} reading={found.reading} />
        ))}
    </Main>
  )
}
