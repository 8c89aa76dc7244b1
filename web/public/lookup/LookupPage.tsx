import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Main } from '../../shell/Main.tsx'
import { type Problem, problemOf } from '../../shell/problem.ts'
import './lookup.css'

type Answer<T> = { readonly found: T } | { readonly problem: Problem } | undefined

/** What a look-up gave: what was found, or what is wrong with what was typed, shown beside the form. */
const answered = async <T,>(asked: Promise<T> | undefined): Promise<Answer<T>> => {
  if (!asked) return undefined
  try {
    return { found: await asked }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.status === 0 || problem.status >= 500) throw error
    return { problem }
  }
}

/** Look-ups by receipt number: an application (`?receipt=&uscc=`) and an objection (`?objection=`). */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const text = (name: string) => search.get(name)?.trim().slice(0, 60) || undefined
  const [receipt, uscc, objection] = [text('receipt'), text('uscc'), text('objection')]
  const [progress, followed] = await Promise.all([
    answered(receipt && uscc ? api.register.progress({ query: { receipt, uscc } }) : undefined),
    answered(objection ? api.objections.follow({ params: { receipt: objection } }) : undefined),
  ])
  return { progress, followed }
}

const Failed = ({ problem }: { readonly problem: Problem }) => (
  <Banner tone="fail" live title={problem.message}>
    {problem.remedy}
  </Banner>
)

const Progress = () => {
  const { progress } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <Card title="申报进度">
      <Form method="get" className="stack">
        <TextField
          name="receipt"
          label="申报回执编号"
          hint="提交申报后得到，例如 SB20260901-410300-ABC234"
          defaultValue={search.get('receipt') ?? ''}
          autoComplete="off"
          maxLength={60}
          required
        />
        <TextField
          name="uscc"
          label="统一社会信用代码"
          defaultValue={search.get('uscc') ?? ''}
          autoComplete="off"
          maxLength={40}
          required
        />
        <p>
          <Button type="submit">查询进度</Button>
        </p>
      </Form>
      {progress && 'found' in progress && (
        <p className="lookup__answer" role="status">
          <span className="muted">现在所处的环节</span>
          <strong>{progress.found.label}</strong>
        </p>
      )}
      {progress && 'problem' in progress && <Failed problem={progress.problem} />}
      <p className="small muted">
        这里只显示所处的环节。办理情况、理由和期限，请企业人员<Link to="/login">登录</Link>后查看。
      </p>
    </Card>
  )
}

const Objection = () => {
  const { followed } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <Card title="异议处理结果">
      <Form method="get" className="stack">
        <TextField
          name="objection"
          label="异议回执编号"
          hint="提出异议后得到，例如 YY-410300-ABCD-EFGH-JKMN"
          defaultValue={search.get('objection') ?? ''}
          autoComplete="off"
          maxLength={60}
          required
        />
        <p>
          <Button type="submit">查询结果</Button>
        </p>
      </Form>
      {followed && 'found' in followed && (
        <div className="lookup__answer" role="status">
          <span className="muted">{followed.found.enterpriseName}</span>
          <strong>{followed.found.label}</strong>
          <span className="small muted">
            {followed.found.office} · {dayText(followed.found.receivedOn)}收到
            {followed.found.decidedOn && ` · ${dayText(followed.found.decidedOn)}办结`}
          </span>
          {followed.found.opinion && <p>理由：{followed.found.opinion}</p>}
        </div>
      )}
      {followed && 'problem' in followed && <Failed problem={followed.problem} />}
      <Article>第十七条</Article>
    </Card>
  )
}

export const Component = () => (
  <Main title="进度查询">
    <div className="stack stack--tight">
      <h1>进度查询</h1>
      <p className="lead">凭回执编号查询申报所处的环节，或者您提出的异议的处理结果。</p>
    </div>
    <div className="columns">
      <Progress />
      <Objection />
    </div>
  </Main>
)
