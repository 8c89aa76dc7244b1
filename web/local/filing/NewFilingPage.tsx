import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { CasePicker } from '../list/CasePicker.tsx'
import { BatchChoice, SentBackBanner } from '../list/ReadyHead.tsx'
import { draftTitle, proposeLabel } from '../list/words.ts'

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const batch = new URL(request.url).searchParams.get('batch')
  const [ready, { today }] = await Promise.all([
    api.lists.ready({ query: { kind: 'filing', ...(batch && { batch }) } }),
    api.clock.read(),
  ])
  return { ready, today }
}

export const Component = () => {
  const { ready } = useLoaderData<typeof loader>()
  if (!ready.batch)
    return (
      <Main title="拟定备案名单">
        <h1>拟定备案名单</h1>
        <EmptyState title="没有待报省备案的企业">
          <Link to="/office/filings">返回备案名单</Link>
        </EmptyState>
      </Main>
    )
  return <NewFiling key={ready.batch.id} />
}

/** A local handler lists the firms whose notice ended without objection, for filing with the province (第九条). */
const NewFiling = () => {
  const { ready, today } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const authority = useShell()?.person?.officer?.authority ?? ''
  const batch = ready.batch as NonNullable<typeof ready.batch>
  const [title, setTitle] = useState(draftTitle(authority, batch.title, '备案名单'))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ready.cases.map(({ id }) => id)))
  const [asked, setAsked] = useState(false)
  const { act, renew, pending, problem } = useAct((api, options) =>
    api.filings.propose(
      {
        body: {
          batch: batch.id,
          title: title.trim(),
          cases: ready.cases
            .filter(({ id }) => chosen.has(id))
            .map(({ authority: at, id }) => ({ authority: at as never, id })),
        },
      },
      options,
    ),
  )
  const titleError = asked && title.trim().length < 6 ? '请填写名单标题（不少于 6 字）。' : undefined
  const propose = async () => {
    setAsked(true)
    if (title.trim().length < 6 || chosen.size === 0) return
    const done = await act()
    if (done) void navigate(`/office/filings/${done.id}`)
  }
  return (
    <Main title="拟定备案名单">
      <p className="small">
        <Link to="/office/filings">备案名单</Link>
      </p>
      <h1>拟定备案名单</h1>
      <SentBackBanner sentBack={ready.sentBack} />
      <Card title="名单">
        <BatchChoice batches={ready.batches} current={batch.id} />
        <TextField
          name="title"
          label="标题"
          maxLength={100}
          value={title}
          error={titleError}
          onChange={({ target }) => {
            setTitle(target.value)
            renew()
          }}
        />
      </Card>
      <CasePicker
        cases={ready.cases}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next)
          renew()
        }}
        today={today}
        places={false}
        error={asked && chosen.size === 0 ? '请至少选择一家企业。' : undefined}
      />
      <ProblemBanner problem={problem} />
      <FormActions note="审批人员将声明材料审核和实地核查真实，再报省备案。依据：第九条。">
        <Button pending={pending} onClick={propose}>
          {proposeLabel('filing', authority)}（{chosen.size} 家）
        </Button>
        <LinkButton tone="quiet" to="/office/filings">
          取消
        </LinkButton>
      </FormActions>
    </Main>
  )
}
