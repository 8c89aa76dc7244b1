import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { CaseSummary } from '../../../contract/case-view.ts'
import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import { daysBetween } from '../../../regime/kernel/day.ts'
import { stepEntry, stepNames } from '../../../regime/procedure/steps.ts'
import { apiOf } from '../../api.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { Deadline, dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import './queue.css'

/** The officer's own queue at /office; every case they may see at /office/cases. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const url = new URL(request.url)
  const text = (name: string) => url.searchParams.get(name) || undefined
  const view = url.pathname.endsWith('/cases') ? ('all' as const) : ('mine' as const)
  const order = (['since', 'name'] as const).find((known) => known === text('order')) ?? ('due' as const)
  const page = Number(text('page') ?? 1)
  const [queue, { today }] = await Promise.all([
    api.cases.queue({
      query: {
        view,
        order,
        page: Number.isInteger(page) && page > 0 ? page : 1,
        ...(text('step') && { step: text('step') }),
        ...(text('name') && { name: text('name') }),
      },
    }),
    api.clock.read(),
  ])
  return { queue, view, today }
}

const outcomeTag = ({ outcome }: CaseSummary) => {
  if (outcome === 'met') return <Tag tone="pass">自评达到</Tag>
  if (outcome === 'unmet') return <Tag tone="fail">自评未达到</Tag>
  return <Tag tone="open">自评未定</Tag>
}

const columnsFor = (today: Day): readonly Column<CaseSummary>[] => [
  {
    id: 'name',
    head: '企业',
    primary: true,
    cell: (row) => (
      <>
        <Link to={`/office/cases/${row.id}`}>{row.enterpriseName}</Link>
        <span className="queue__sub">
          {findAuthority(row.authority)?.place} · {row.uscc}
        </span>
      </>
    ),
  },
  {
    id: 'step',
    head: '环节',
    cell: (row) => (
      <>
        {row.label}
        {row.round > 1 && <span className="queue__sub">第 {row.round} 次提交</span>}
        {row.overdueCorrection && <Tag tone="fail">逾期未补正</Tag>}
      </>
    ),
  },
  {
    id: 'since',
    head: '等待自',
    cell: (row) => (
      <>
        {dayText(row.since, today)}
        <span className="queue__sub">已等 {daysBetween(row.since as Day, today)} 天</span>
      </>
    ),
  },
  {
    id: 'due',
    head: '办理期限',
    cell: (row) => (row.due ? <Deadline day={row.due} days={daysBetween(today, row.due as Day)} today={today} /> : '—'),
  },
  {
    id: 'score',
    head: '自评',
    numeric: true,
    cell: (row) => (
      <>
        {row.scoreMin !== null && row.scoreMax !== null && (
          <span className="serif">{intervalText({ min: row.scoreMin, max: row.scoreMax })} 分</span>
        )}{' '}
        {outcomeTag(row)}
      </>
    ),
  },
]

const steps = stepNames
  .filter((step) => step !== 'draft')
  .map((step) => ({ value: step, label: stepEntry(step).official }))

export const Component = () => {
  const { queue, view, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const pages = Math.max(1, Math.ceil(queue.total / queue.pageSize))
  const filtered = search.has('step') || search.has('name')
  return (
    <Main title={view === 'mine' ? '待办' : '全部案件'}>
      <div className="row row--between">
        <h1>{view === 'mine' ? `待办 ${queue.total} 件` : `全部案件 ${queue.total} 件`}</h1>
        <Form method="get" className="queue__filter" role="search">
          <SelectField
            name="step"
            label="环节"
            blank="全部环节"
            defaultValue={search.get('step') ?? ''}
            options={steps.map(({ value, label }) => ({
              value,
              label: queue.counts[value] ? `${label}（${queue.counts[value]}）` : label,
            }))}
          />
          <TextField name="name" label="企业名称或信用代码" defaultValue={search.get('name') ?? ''} />
          <SelectField
            name="order"
            label="排序"
            blank=""
            defaultValue={search.get('order') ?? 'due'}
            options={[
              { value: 'due', label: '按到期' },
              { value: 'since', label: '按等待时间' },
              { value: 'name', label: '按名称' },
            ]}
          />
          <Button type="submit" tone="quiet">
            筛选
          </Button>
        </Form>
      </div>
      <Card flush>
        <Table
          caption={view === 'mine' ? '等待您办理的案件' : '本辖区的案件'}
          captionHidden
          columns={columnsFor(today as Day)}
          rows={queue.cases}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={filtered ? '没有符合条件的案件' : view === 'mine' ? '没有等待您办理的案件' : '还没有案件'}
            >
              {filtered ? <Link to="?">清除筛选条件</Link> : '企业提交申报后，案件会出现在这里。'}
            </EmptyState>
          }
        />
      </Card>
      <Pagination page={queue.page} pages={pages} total={queue.total} search={search.toString()} />
    </Main>
  )
}
