import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import { PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import { type Day, isDay } from '../../../regime/kernel/day.ts'
import { isThreeYears, lastValidDay } from '../../../regime/title/validity.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { ErrorSummary } from '../../components/error-summary/ErrorSummary.tsx'
import { DateField, TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { CasePicker } from '../../local/list/CasePicker.tsx'
import { BatchChoice, SentBackBanner } from '../../local/list/ReadyHead.tsx'
import { draftTitle, proposeLabel } from '../../local/list/words.ts'
import { Main } from '../../shell/Main.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const batch = new URL(request.url).searchParams.get('batch')
  const [ready, { today }] = await Promise.all([
    api.lists.ready({ query: { kind: 'announcement', ...(batch && { batch }) } }),
    api.clock.read(),
  ])
  return { ready, today }
}

export const Component = () => {
  const { ready } = useLoaderData<typeof loader>()
  if (!ready.batch)
    return (
      <Main title="拟定公告名单">
        <h1>拟定公告名单</h1>
        <EmptyState title="没有待公告的企业">
          <Link to="/office/announcements">返回公告名单</Link>
        </EmptyState>
      </Main>
    )
  return <NewAnnouncement key={ready.batch.id} />
}

const intervalHint = (from: string, to: string): string | undefined => {
  if (!isDay(from) || !isDay(to)) return undefined
  return isThreeYears(from, to)
    ? '恰为三年。'
    : `不是三年；从${dayText(from)}起三年应到${dayText(lastValidDay(from))}。名单确实载明其他期间的，请写明理由。`
}

/** A provincial handler lists the firms to be announced, with document number and validity as stated (第九、十三条). */
const NewAnnouncement = () => {
  const { ready, today } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const batch = ready.batch as NonNullable<typeof ready.batch>
  const [draft, setDraft] = useState({
    title: draftTitle(PROVINCE, batch.title, '名单'),
    documentNumber: '',
    validFrom: batch.validFrom,
    validTo: batch.validTo,
    validityReason: '',
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ready.cases.map(({ id }) => id)))
  const [asked, setAsked] = useState(false)
  const { validFrom, validTo } = draft
  const dated = isDay(validFrom) && isDay(validTo)
  const odd = dated && !isThreeYears(validFrom, validTo)
  const { act, renew, pending, problem } = useAct((api, options) =>
    api.announcements.propose(
      {
        body: {
          batch: batch.id,
          title: draft.title.trim(),
          documentNumber: draft.documentNumber.trim(),
          validFrom: validFrom as Day,
          validTo: validTo as Day,
          ...(odd && { validityReason: draft.validityReason.trim() }),
          cases: ready.cases
            .filter(({ id }) => chosen.has(id))
            .map(({ authority, id }) => ({ authority: authority as never, id })),
        },
      },
      options,
    ),
  )
  const wrong: Readonly<Record<string, string | undefined>> = {
    title: draft.title.trim().length < 6 ? '请填写公告标题（不少于 6 字）。' : undefined,
    documentNumber: draft.documentNumber.trim().length < 4 ? '请填写公告文号。' : undefined,
    validFrom: isDay(validFrom) ? undefined : '请填写有效期起始日。',
    validTo: !isDay(validTo)
      ? '请填写有效期截止日。'
      : validTo < validFrom
        ? '有效期截止日不能早于起始日。'
        : undefined,
    validityReason: odd && draft.validityReason.trim().length < 4 ? '请写明有效期不是三年的理由。' : undefined,
    cases: chosen.size === 0 ? '请至少选择一家企业。' : undefined,
  }
  const errors = asked ? wrong : {}
  const field = (name: keyof typeof draft) => ({
    name,
    value: draft[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) => {
      setDraft({ ...draft, [name]: target.value })
      renew()
    },
  })
  const propose = async () => {
    setAsked(true)
    if (Object.values(wrong).some((message) => message !== undefined)) return
    const done = await act()
    if (done) void navigate(`/office/announcements/${done.id}`)
  }
  return (
    <Main title="拟定公告名单">
      <p className="small">
        <Link to="/office/announcements">公告名单</Link>
      </p>
      <h1>拟定公告名单</h1>
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([name, message]) => (message ? [{ field: name, message }] : []))}
      />
      <SentBackBanner sentBack={ready.sentBack} />
      <Card title="公告">
        <BatchChoice batches={ready.batches} current={batch.id} />
        <TextField label="标题" maxLength={100} {...field('title')} />
        <TextField label="文号" hint="公文系统编定的文号" maxLength={60} {...field('documentNumber')} />
      </Card>
      <Card title="称号有效期">
        <p className="muted small">以名单文件载明的起止日期为准，首尾日均计入；默认为批次通知载明的期间。</p>
        <div className="period__inputs">
          <DateField label="起" {...field('validFrom')} />
          <DateField label="止" hint={intervalHint(validFrom, validTo)} {...field('validTo')} />
        </div>
        {odd && <TextAreaField label="不是三年的理由" rows={2} maxLength={500} {...field('validityReason')} />}
        <Article>第十三条</Article>
      </Card>
      <CasePicker
        cases={ready.cases}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next)
          renew()
        }}
        today={today}
        places
        error={errors.cases}
      />
      <ProblemBanner problem={problem} />
      <FormActions note="审批同意后即时公告，称号随即生效。依据：第五条、第九条。">
        <Button pending={pending} onClick={propose}>
          {proposeLabel('announcement', PROVINCE)}（{chosen.size} 家）
        </Button>
        <LinkButton tone="quiet" to="/office/announcements">
          取消
        </LinkButton>
      </FormActions>
    </Main>
  )
}
