import { Form, Link } from 'react-router'
import type { PublishedFirm } from '../../../contract/lists.ts'
import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'

/** A page of published firms as a loader hands it on. */
export interface Firms {
  readonly firms: readonly PublishedFirm[]
  readonly found: number
  readonly page: number
  readonly pageSize: number
}

/** What a loader asks of the firms: the search, the page, or all of them for printing. */
export const firmsAsked = (request: Request) => {
  const search = new URL(request.url).searchParams
  const page = Number(search.get('page') ?? 1)
  const name = search.get('name')?.trim().slice(0, 100)
  return {
    page: Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1,
    ...(name && { name }),
    ...(search.get('all') === '1' && { all: '1' as const }),
  }
}

const columnsFor = (
  places: boolean,
  objectTo: ((firm: PublishedFirm) => string) | undefined,
): readonly Column<PublishedFirm>[] => [
  { id: 'position', head: '序号', numeric: true, cell: ({ position }) => position },
  {
    id: 'name',
    head: '企业名称',
    primary: true,
    cell: ({ position, name, removedOn }) => (
      <>
        <span className="firms__position" aria-hidden="true">
          {position}
        </span>
        {removedOn ? (
          <>
            <s>{name}</s> <Tag tone="fail">已于 {dayText(removedOn)}移出名单</Tag>
          </>
        ) : (
          name
        )}
      </>
    ),
  },
  { id: 'uscc', head: '统一社会信用代码', cell: ({ uscc }) => <span className="firms__code">{uscc}</span> },
  ...(places
    ? [{ id: 'place', head: '地区', cell: ({ place }: PublishedFirm) => findAuthority(place)?.place ?? place }]
    : []),
  ...(objectTo
    ? [
        {
          id: 'object',
          head: '异议',
          screenOnly: true,
          cell: (firm: PublishedFirm) =>
            firm.removedOn ? (
              '—'
            ) : (
              <Link className="firms__object" to={objectTo(firm)} aria-label={`对${firm.name}提出异议`}>
                提出异议
              </Link>
            ),
        },
      ]
    : []),
]

/** Shorter lists are read faster than searched. */
const SEARCHED_FROM = 20

/**
 * The firms of a notice or an announcement: searchable, page by page, all at once for printing. With `objectTo` each
 * firm leads to the form for objecting to it.
 */
export const FirmList = ({
  title,
  total,
  firms: { firms, found, page, pageSize },
  search,
  places,
  objectTo,
}: {
  readonly title: string
  readonly total: number
  readonly firms: Firms
  readonly search: URLSearchParams
  readonly places: boolean
  readonly objectTo?: ((firm: PublishedFirm) => string) | undefined
}) => {
  const all = search.get('all') === '1'
  const pages = Math.max(1, Math.ceil(found / pageSize))
  return (
    <Card title={title} aside={`共 ${total.toLocaleString('zh-CN')} 家`} className="firms">
      {total > SEARCHED_FROM && (
        <Form method="get" className="firms__search no-print" role="search">
          <TextField
            name="name"
            label="在名单中查找"
            defaultValue={search.get('name') ?? ''}
            hint="企业名称或信用代码的一部分"
          />
          <Button type="submit" tone="quiet">
            查找
          </Button>
          {total > firms.length && !all && (
            <Link to="?all=1" reloadDocument>
              显示全部，供打印
            </Link>
          )}
        </Form>
      )}
      <Table
        caption={title}
        captionHidden
        columns={columnsFor(places, objectTo)}
        rows={firms}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="名单中没有找到">
            <Link to="?">查看全部名单</Link>
          </EmptyState>
        }
      />
      {!all && (found > firms.length || search.has('name')) && (
        <div className="no-print">
          <Pagination page={page} pages={pages} total={found} search={search.toString()} />
        </div>
      )}
    </Card>
  )
}
