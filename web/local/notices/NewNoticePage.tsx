import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import type { NoticeProposal } from '../../../contract/notices.ts'
import { PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { ErrorSummary } from '../../components/error-summary/ErrorSummary.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { CasePicker } from '../list/CasePicker.tsx'
import { BatchChoice, SentBackBanner } from '../list/ReadyHead.tsx'
import { draftTitle, proposeLabel } from '../list/words.ts'
import { noticeErrors } from './notice-errors.ts'
import { type PeriodDraft, PeriodFields } from './PeriodFields.tsx'
import { usePeriod } from './usePeriod.ts'

/** What can be listed, with the defaults of its batch and the period they give. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const batch = new URL(request.url).searchParams.get('batch')
  const [ready, { today }] = await Promise.all([
    api.lists.ready({ query: { kind: 'notice', ...(batch && { batch }) } }),
    api.clock.read(),
  ])
  const period =
    ready.batch &&
    (await api.notices.period({
      query: { from: ready.suggestedFrom as Day, basis: ready.batch.noticeBasis, days: ready.batch.noticeDays },
    }))
  return { ready, today, period: period ?? undefined }
}

export const Component = () => {
  const data = useLoaderData<typeof loader>()
  if (!data.ready.batch)
    return (
      <Main title="拟定公示名单">
        <h1>拟定公示名单</h1>
        <EmptyState title="没有待列入公示的企业">
          <Link to="/office/notices">返回公示名单</Link>
        </EmptyState>
      </Main>
    )
  return <NewNotice key={data.ready.batch.id} />
}

const NewNotice = () => {
  const { ready, today, period } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const authority = useShell()?.person?.officer?.authority ?? ''
  const batch = ready.batch as NonNullable<typeof ready.batch>
  const provincial = authority === PROVINCE
  const [title, setTitle] = useState(draftTitle(authority, batch.title, provincial ? '拟公告名单' : '拟备案名单'))
  const [draft, setDraft] = useState<PeriodDraft>({
    from: ready.suggestedFrom,
    basis: batch.noticeBasis,
    days: String(batch.noticeDays),
    to: '',
    reason: '',
  })
  const [contact, setContact] = useState({
    phone: ready.contact?.phone ?? '',
    email: ready.contact?.email ?? '',
    address: ready.contact?.address ?? '',
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ready.cases.map(({ id }) => id)))
  const [asked, setAsked] = useState(false)
  const { computed, problem: periodProblem } = usePeriod(draft, period)
  const { act, renew, pending, problem } = useAct((api, options) => api.notices.propose({ body: bodyOf() }, options))
  const bodyOf = (): NoticeProposal => ({
    batch: batch.id,
    title: title.trim(),
    from: draft.from as Day,
    basis: draft.basis as 'workday' | 'calendar',
    days: Number(draft.days),
    ...(draft.to && draft.to !== computed?.to && { stated: { to: draft.to as Day, reason: draft.reason.trim() } }),
    contact: {
      phone: contact.phone.trim(),
      ...(contact.email.trim() && { email: contact.email.trim() }),
      ...(contact.address.trim() && { address: contact.address.trim() }),
    },
    cases: ready.cases
      .filter(({ id }) => chosen.has(id))
      .map(({ authority: at, id }) => ({ authority: at as never, id })),
  })
  const errors = asked ? noticeErrors({ title, draft, contact, chosen: chosen.size, computed, today }) : {}
  const propose = async () => {
    setAsked(true)
    if (Object.keys(noticeErrors({ title, draft, contact, chosen: chosen.size, computed, today })).length > 0) return
    const done = await act()
    if (done) void navigate(`/office/notices/${done.id}`)
  }
  const field = (name: keyof typeof contact) => ({
    name,
    value: contact[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) => {
      setContact({ ...contact, [name]: target.value })
      renew()
    },
  })
  return (
    <Main title="拟定公示名单">
      <p className="small">
        <Link to="/office/notices">公示名单</Link>
      </p>
      <h1>拟定公示名单</h1>
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([name, message]) => (message ? [{ field: name, message }] : []))}
      />
      <SentBackBanner sentBack={ready.sentBack} />
      <Card title="名单">
        <BatchChoice batches={ready.batches} current={batch.id} />
        <TextField
          name="title"
          label="标题"
          hint="公示页和列表中显示"
          maxLength={100}
          value={title}
          error={errors.title}
          onChange={({ target }) => {
            setTitle(target.value)
            renew()
          }}
        />
      </Card>
      <PeriodFields
        draft={draft}
        onChange={(part) => {
          setDraft({ ...draft, ...part })
          renew()
        }}
        computed={computed}
        problem={periodProblem}
        today={today}
        errors={errors}
      />
      <Card title="受理异议的联系方式">
        <div className="period__inputs">
          <TextField label="联系电话" inputMode="tel" {...field('phone')} />
          <TextField label="电子邮箱" type="email" optional {...field('email')} />
          <TextField label="通讯地址" optional {...field('address')} />
        </div>
      </Card>
      <CasePicker
        cases={ready.cases}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next)
          renew()
        }}
        today={today}
        places={provincial}
        error={errors.cases}
      />
      <ProblemBanner problem={problem} />
      <FormActions note="审批同意后即时公开；审批人员可以移出单家企业或整份退回。依据：第九条。">
        <Button pending={pending} onClick={propose}>
          {proposeLabel('notice', authority)}（{chosen.size} 家）
        </Button>
        <LinkButton tone="quiet" to="/office/notices">
          取消
        </LinkButton>
      </FormActions>
    </Main>
  )
}
