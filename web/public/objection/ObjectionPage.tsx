import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PublishedFirm } from '../../../contract/lists.ts'
import { MAIL, PHONE } from '../../../contract/phone.ts'
import type { AuthorityCode } from '../../../regime/jurisdiction/authorities.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { Scripted } from '../../act/Scripted.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { ErrorSummary } from '../../components/error-summary/ErrorSummary.tsx'
import { type AttachedFile, EvidenceUpload } from '../../components/evidence-upload/EvidenceUpload.tsx'
import { TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { Main } from '../../shell/Main.tsx'
import { noticePath } from '../notices/words.ts'
import { ObjectionReceipt } from './ObjectionReceipt.tsx'

/** The notice and the one firm objected to: `/notices/:authority/:notice/objection?entry=`. */
export const loader = async ({ context, params, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const entry = new URL(request.url).searchParams.get('entry') ?? ''
  const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(entry)
  const { notice, firms } = await api.notices.get({
    params: { authority: (params.authority ?? '') as AuthorityCode, notice: params.notice ?? '' },
    query: known ? { entry } : {},
  })
  return { notice, firm: known ? (firms[0] ?? null) : null }
}

export const Component = () => {
  const { notice, firm } = useLoaderData<typeof loader>()
  const open = notice.state === 'running' && firm && firm.removedOn === null
  return (
    <Main title="提出异议" narrow>
      <p className="small">
        <Link to={noticePath(notice)}>{notice.title}</Link>
      </p>
      {open ? (
        <ObjectionForm firm={firm} key={firm.id} />
      ) : (
        <>
          <h1>提出异议</h1>
          <Card>
            <EmptyState
              title={
                notice.state !== 'running'
                  ? '现在不在公示期内，不能提出异议'
                  : firm
                    ? '该企业已移出公示名单'
                    : '请先在名单中选择企业'
              }
            >
              <Link to={noticePath(notice)}>回到公示名单</Link>
            </EmptyState>
          </Card>
        </>
      )}
    </Main>
  )
}

const blank = { name: '', contact: '', reason: '' }
type Draft = typeof blank

const wrongIn = ({ name, contact, reason }: Draft): Partial<Draft> => ({
  ...(name.trim().length < 2 && { name: '请填写真实姓名或单位全称。' }),
  ...(!PHONE.test(contact.trim()) && !MAIL.test(contact.trim()) && { contact: '请填写能联系到您的电话或电子邮箱。' }),
  ...(reason.trim().length < 10 && { reason: '请写明异议的事实和理由（不少于 10 字）。' }),
})

/** The objection itself: who, how to reach them, what and why, with evidence; afterwards the receipt. */
const ObjectionForm = ({ firm }: { readonly firm: PublishedFirm }) => {
  const { notice } = useLoaderData<typeof loader>()
  const [draft, setDraft] = useState(blank)
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const [asked, setAsked] = useState(false)
  const { act, renew, pending, problem, done } = useAct((api, options) =>
    api.objections.receive(
      {
        params: { authority: notice.authority, notice: notice.id },
        body: {
          entry: firm.id,
          name: draft.name.trim(),
          contact: draft.contact.trim(),
          reason: draft.reason.trim(),
          evidence: files.map(({ id }) => id),
        },
      },
      options,
    ),
  )
  if (done) return <ObjectionReceipt receipt={done.receipt} receivedAt={done.receivedAt} firm={firm} notice={notice} />
  const wrong = wrongIn(draft)
  const errors = asked ? wrong : {}
  const field = (name: keyof Draft) => ({
    name,
    value: draft[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) => {
      setDraft({ ...draft, [name]: target.value })
      renew()
    },
  })
  const send = () => {
    setAsked(true)
    if (Object.keys(wrong).length === 0) void act()
  }
  return (
    <>
      <div className="stack stack--tight">
        <h1>对{firm.name}提出异议</h1>
        <p className="muted">
          {firm.uscc} · {notice.office}公示，{dayText(notice.to)}止
        </p>
      </div>
      <noscript>
        <Banner tone="open" title="在线提交需要启用脚本">
          也可以在公示期内按公示页上的联系方式，向 {notice.office} 书面提出。
        </Banner>
      </noscript>
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([name, message]) => (message ? [{ field: name, message }] : []))}
      />
      <Scripted>
        <Card title="异议人">
          <TextField
            label="真实姓名或单位全称"
            hint="只供受理机关核实时使用，不向被提出异议的企业透露；每次查看都有记录"
            autoComplete="name"
            maxLength={100}
            {...field('name')}
          />
          <TextField
            label="电话或电子邮箱"
            hint="受理机关需要补充情况时联系您"
            autoComplete="tel"
            maxLength={100}
            {...field('contact')}
          />
        </Card>
        <Card title="异议内容">
          <TextAreaField
            label="事实和理由"
            hint="例如哪一项数据或证明材料与实际不符，依据是什么"
            rows={6}
            maxLength={3000}
            {...field('reason')}
          />
          <EvidenceUpload
            name="evidence"
            label="佐证材料"
            hint="最多 10 份"
            owner={{ kind: 'objection', authority: notice.authority, notice: notice.id }}
            files={files}
            onEvidence={({ id, name, bytes }) => {
              setFiles((before) => [...before.filter((file) => file.id !== id), { id, name, bytes }])
              renew()
            }}
            onRemove={(id) => {
              setFiles((before) => before.filter((file) => file.id !== id))
              renew()
            }}
          />
        </Card>
        <ProblemBanner problem={problem} />
        <div className="stack stack--tight">
          <p className="row">
            <Button pending={pending} onClick={send}>
              提交异议，取得回执
            </Button>
            <LinkButton tone="quiet" to={noticePath(notice)}>
              不提出
            </LinkButton>
          </p>
          <Article>第十七条：实名提出，附佐证材料和联系方式</Article>
        </div>
      </Scripted>
    </>
  )
}
