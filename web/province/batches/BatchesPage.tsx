import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Batch } from '../../../contract/batches.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import './batches.css'

/** The province's batches, and the year's obligation (第十二条). */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const [list, { today }] = await Promise.all([api.batches.list(), api.clock.read()])
  return { ...list, today }
}

const state = (batch: Batch, today: string) => {
  if (batch.status === 'proposed') return <Tag tone="open">拟定，待审批开放</Tag>
  if (batch.accepting) return <Tag tone="pass">正在受理</Tag>
  return today < batch.opensOn ? <Tag tone="plain">未到开始日</Tag> : <Tag tone="plain">已截止</Tag>
}

const basis = { workday: '个工作日', calendar: '个自然日' } as const

export const Component = () => {
  const { batches, mayPropose, obligation, today } = useLoaderData<typeof loader>()
  return (
    <Main title="批次">
      <div className="row row--between">
        <h1>批次</h1>
        {mayPropose && <LinkButton to="/office/batches/new">拟定新批次</LinkButton>}
      </div>
      {obligation.met ? (
        <p className="muted">
          {obligation.year} 年已开放创新型中小企业评价批次 {obligation.opened} 个（第十二条：每年不少于一次）。
        </p>
      ) : (
        <Banner tone="open" title={`${obligation.year} 年还没有开放创新型中小企业评价批次`}>
          第十二条：原则上每年开展不少于一次。
        </Banner>
      )}
      {batches.length === 0 && (
        <EmptyState title="还没有批次">由省级经办人员拟定，另一名审批人员批准后开放。</EmptyState>
      )}
      {batches.map((batch) => (
        <Card key={batch.id} title={batch.title} aside={state(batch, today)}>
          <dl className="batch">
            <div>
              <dt>通知文号</dt>
              <dd>{batch.documentNumber}</dd>
            </div>
            <div>
              <dt>申报期</dt>
              <dd>
                {dayText(batch.opensOn, today)}至{dayText(batch.closesOn, today)}
              </dd>
            </div>
            <div>
              <dt>市级办结 / 省级办结</dt>
              <dd>
                {dayText(batch.localDueOn, today)} / {dayText(batch.provinceDueOn, today)}
              </dd>
            </div>
            <div>
              <dt>公示期（默认）</dt>
              <dd>
                {batch.noticeDays} {basis[batch.noticeBasis]}，首日计入
              </dd>
            </div>
            <div>
              <dt>补正期限（默认）</dt>
              <dd>{batch.correctionWorkdays} 个工作日</dd>
            </div>
            <div>
              <dt>称号有效期</dt>
              <dd>
                {batch.validFrom} 至 {batch.validTo}
              </dd>
            </div>
            <div>
              <dt>评价标准</dt>
              <dd>
                {batch.standardTitle}
                <span className="batch__digest">{batch.edition}</span>
              </dd>
            </div>
          </dl>
          {batch.overlay.length > 0 && (
            <>
              <h3>通知另行规定的条件</h3>
              <ul>
                {batch.overlay.map(({ id, text, article }) => (
                  <li key={id}>
                    {text}（{article}）
                  </li>
                ))}
              </ul>
            </>
          )}
          {batch.available.includes('open') && (
            <p>
              <ActButton
                label="批准并开放…"
                perform={(api, options) => api.batches.open({ params: { batch: batch.id } }, options)}
                confirm={{
                  title: '批准并开放批次',
                  action: '批准并开放',
                  body: <p>开放后企业即可在申报期内申报，标准版本随之固定。依据：第十二条。</p>,
                }}
              />
            </p>
          )}
        </Card>
      ))}
      <Article>第十二条：批次由省工业和信息化厅以通知开放；拟定与批准须为两人（第七条）。</Article>
    </Main>
  )
}
