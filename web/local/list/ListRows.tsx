import { Link } from 'react-router'
import type { ListSummary } from '../../../contract/lists.ts'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { listPath, statusTag } from './words.ts'
import './list.css'

const title = ({ kind, id, title: words, batchTitle }: ListSummary) => (
  <>
    <Link to={listPath(kind, id)}>{words}</Link>
    <span className="list__sub">{batchTitle}</span>
  </>
)

const terms = ({ notice, announcement }: ListSummary, today: string) => {
  if (notice)
    return (
      <>
        {dayText(notice.from, today)}—{dayText(notice.to, today)}
        {notice.provisional && <span className="list__sub">截止日暂定</span>}
      </>
    )
  return announcement ? announcement.documentNumber : '—'
}

/** Lists on the desk, each with who prepared it, who decided, and how it stands. */
export const ListRows = ({
  caption,
  lists,
  today,
  offices = false,
  empty,
}: {
  readonly caption: string
  readonly lists: readonly ListSummary[]
  readonly today: string
  /** Shows whose list it is: the province looking at what was filed. */
  readonly offices?: boolean
  readonly empty: { readonly title: string; readonly body?: string }
}) => {
  const dated = lists.some(({ notice, announcement }) => notice !== null || announcement !== null)
  const columns: readonly Column<ListSummary>[] = [
    { id: 'title', head: '名单', primary: true, cell: title },
    ...(offices ? [{ id: 'office', head: '报送机关', cell: (row: ListSummary) => officeName(row.authority) }] : []),
    { id: 'firms', head: '企业', numeric: true, cell: ({ firms }) => `${firms.toLocaleString('zh-CN')} 家` },
    ...(dated
      ? [
          {
            id: 'terms',
            head: lists.some(({ notice }) => notice) ? '公示期' : '文号',
            cell: (row: ListSummary) => terms(row, today),
          },
        ]
      : []),
    {
      id: 'prepared',
      head: '经办',
      cell: ({ preparedBy, preparedAt }) => (
        <>
          {preparedBy}
          <span className="list__sub">{instantText(preparedAt)}</span>
        </>
      ),
    },
    {
      id: 'status',
      head: '审批',
      cell: ({ status, kind, decidedBy, decidedAt }) => (
        <>
          <Tag tone={statusTag({ status, kind }).tone}>{statusTag({ status, kind }).words}</Tag>
          {decidedBy && decidedAt && (
            <span className="list__sub">
              {decidedBy} {instantText(decidedAt)}
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={lists}
      rowKey={({ id }) => id}
      empty={<EmptyState title={empty.title}>{empty.body}</EmptyState>}
    />
  )
}
