import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { ObjectionSummary } from '../../../contract/objections.ts'
import { type Day, daysBetween } from '../../../regime/kernel/day.ts'
import { objectionDeskLabel } from '../../../regime/notice/objection.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import { standingTones } from './standing-tones.ts'
import '../list/list.css'

/** Objections against the office's own notices, those that wait first. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const [found, { today }] = await Promise.all([
    api.objections.list({ query: { page: Number.isInteger(page) && page > 0 ? page : 1 } }),
    api.clock.read(),
  ])
  return { ...found, today }
}

const columnsFor = (today: Day): readonly Column<ObjectionSummary>[] => [
  {
    id: 'firm',
    head: '被提出异议的企业',
    primary: true,
    cell: ({ id, enterpriseName, receipt }) => (
      <>
        <Link to={`/office/objections/${id}`}>{enterpriseName}</Link>
        <span className="list__sub">{receipt}</span>
      </>
    ),
  },
  {
    id: 'notice',
    head: '公示',
    cell: ({ noticeTitle, noticeEnds }) => (
      <>
        {noticeTitle}
        <span className="list__sub">
          {noticeEnds < today ? `公示期已于${dayText(noticeEnds, today)}届满` : `公示期到${dayText(noticeEnds, today)}`}
        </span>
      </>
    ),
  },
  {
    id: 'received',
    head: '收到',
    cell: ({ receivedOn, status }) => (
      <>
        {dayText(receivedOn, today)}
        {(status === 'open' || status === 'proposed') && (
          <span className="list__sub">已等 {daysBetween(receivedOn as Day, today)} 天</span>
        )}
      </>
    ),
  },
  {
    id: 'status',
    head: '办理',
    cell: ({ status }) => <Tag tone={standingTones[status]}>{objectionDeskLabel(status)}</Tag>,
  },
]

export const Component = () => {
  const { objections, counts, total, page, pageSize, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const waiting = (counts.open ?? 0) + (counts.proposed ?? 0)
  return (
    <Main title="公示异议">
      <h1>公示异议{waiting > 0 && `：${waiting} 条待处理`}</h1>
      <Card flush>
        <Table
          caption="公示异议"
          captionHidden
          columns={columnsFor(today as Day)}
          rows={objections}
          rowKey={({ id }) => id}
          empty={<EmptyState title="没有收到异议">公示期内收到的异议会出现在这里。</EmptyState>}
        />
      </Card>
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        total={total}
        search={search.toString()}
      />
      <Article>第十七条：实名、附佐证和联系方式。异议未处理完的，该企业公示期满后等待处理，其他企业不受影响。</Article>
    </Main>
  )
}
