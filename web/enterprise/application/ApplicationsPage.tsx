import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import type { Batch } from '../../../contract/batches.ts'
import { type Day, daysBetween } from '../../../regime/kernel/day.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { apiOf } from '../../api.ts'
import { Card } from '../../components/card/Card.tsx'
import { Deadline, dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Table } from '../../components/table/Table.tsx'
import { Main } from '../../shell/Main.tsx'

/** The firm's applications, and the batches that accept new ones. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const enterprise = params.enterprise ?? ''
  const [{ cases }, { batches }, { today }] = await Promise.all([
    api.applications.list({ params: { enterprise } }),
    api.batches.list(),
    api.clock.read(),
  ])
  return { enterprise, cases, batches: batches.filter(({ accepting }) => accepting), today }
}

const ended = ['withdrawn', 'lapsed', 'rejected', 'removed']

const Apply = ({ batch, enterprise }: { readonly batch: Batch; readonly enterprise: string }) => {
  const navigate = useNavigate()
  return (
    <ActButton
      label="开始申报"
      perform={(api, options) => api.applications.open({ params: { enterprise }, body: { batch: batch.id } }, options)}
      onDone={({ id }) => void navigate(`/enterprise/${enterprise}/applications/${id}`)}
    />
  )
}

export const Component = () => {
  const { enterprise, cases, batches, today } = useLoaderData<typeof loader>()
  const living = (batch: Batch) => cases.find((one) => one.batch === batch.id && !ended.includes(one.step))
  return (
    <Main title="申报">
      <h1>申报</h1>
      <Card title="正在受理的批次">
        {batches.length === 0 && (
          <EmptyState title="现在没有正在受理的批次">
            新批次开放后会出现在这里；资料可以先填好，到时直接提交。
          </EmptyState>
        )}
        {batches.map((batch) => {
          const own = living(batch)
          return (
            <article key={batch.id} className="row row--between">
              <div className="stack stack--tight">
                <b>{batch.title}</b>
                <span className="small muted">
                  {batch.documentNumber} · {dayText(batch.opensOn, today)}至{dayText(batch.closesOn, today)}
                </span>
                <Deadline day={batch.closesOn} days={daysBetween(today as Day, batch.closesOn as Day)} today={today} />
                {batch.overlay.length > 0 && (
                  <ul className="small">
                    {batch.overlay.map(({ id, text, article }) => (
                      <li key={id}>
                        {text}（{article}）
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              {own ? (
                <Link to={`/enterprise/${enterprise}/applications/${own.id}`}>继续办理：{own.label}</Link>
              ) : (
                <Apply batch={batch} enterprise={enterprise} />
              )}
            </article>
          )
        })}
      </Card>
      <Card title="我的申报" flush>
        <Table
          caption="本企业的申报"
          captionHidden
          rows={cases}
          rowKey={({ id }) => id}
          empty={<EmptyState title="还没有申报过">从上面正在受理的批次开始。</EmptyState>}
          columns={[
            {
              id: 'batch',
              head: '批次',
              primary: true,
              cell: (row) => <Link to={`/enterprise/${enterprise}/applications/${row.id}`}>{row.batchTitle}</Link>,
            },
            { id: 'label', head: '现在', cell: (row) => row.label },
            { id: 'since', head: '自', cell: (row) => dayText(row.since, today) },
            {
              id: 'due',
              head: '期限',
              cell: (row) =>
                row.due ? (
                  <Deadline day={row.due} days={daysBetween(today as Day, row.due as Day)} today={today} />
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </Card>
    </Main>
  )
}
