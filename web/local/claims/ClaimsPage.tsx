import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { ClaimQueueItem } from '../../../contract/claims.ts'
import { type Day, dayInShanghai, daysBetween } from '../../../regime/kernel/day.ts'
import { apiOf } from '../../api.ts'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import { officeClaimWords } from './claim-words.ts'
import './claims.css'

/** Claims at the officer's authority: those that wait, or with ?show=decided those that are settled. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const asked = Number(search.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked > 0 ? asked : 1
  const show = search.get('show') === 'decided' ? ('decided' as const) : ('open' as const)
  const [queue, { today }] = await Promise.all([api.claims.queue({ query: { show, page } }), api.clock.read()])
  return { queue, page, show, today }
}

const columnsFor = (show: 'open' | 'decided', today: string): readonly Column<ClaimQueueItem>[] => [
  {
    id: 'name',
    head: '企业',
    primary: true,
    cell: (row) => (
      <>
        <Link to={`/office/claims/${row.id}`}>{row.enterpriseName}</Link>
        <span className="claims__sub">{row.uscc}</span>
      </>
    ),
  },
  { id: 'claimant', head: '申请人', cell: (row) => row.claimant },
  {
    id: 'status',
    head: '办理',
    cell: (row) => (
      <span className="row">
        {officeClaimWords(row)}
        {row.dispute && show === 'open' && <Tag tone="open">有争议</Tag>}
      </span>
    ),
  },
  {
    id: 'since',
    head: show === 'open' ? '等待自' : '办结',
    cell: (row) => {
      const day = dayInShanghai(row.since)
      return (
        <>
          {dayText(day, today)}
          {show === 'open' && <span className="claims__sub">已等 {daysBetween(day, today as Day)} 天</span>}
        </>
      )
    },
  },
]

export const Component = () => {
  const { queue, page, show, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const pages = Math.max(1, Math.ceil(queue.total / queue.pageSize))
  return (
    <Main title="企业认领">
      <div className="row row--between">
        <h1>{show === 'open' ? `企业认领 ${queue.total} 件` : '已办结的认领'}</h1>
        <span className="row">
          {show === 'open' ? <Link to="?show=decided">已办结</Link> : <Link to="?">待核实</Link>}
          <Link to="/office/uscc-admissions">特殊代码核验</Link>
        </span>
      </div>
      <Card flush>
        <Table
          caption={show === 'open' ? '等待核实的认领' : '已办结的认领'}
          captionHidden
          columns={columnsFor(show, today)}
          rows={queue.claims}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={show === 'open' ? '没有等待核实的认领' : '还没有办结的认领'}>
              企业人员提交营业执照和授权书后，认领申请会出现在这里。
            </EmptyState>
          }
        />
      </Card>
      <Pagination page={page} pages={pages} total={queue.total} search={search.toString()} />
    </Main>
  )
}
