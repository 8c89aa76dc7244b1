import { Link } from 'react-router'
import type { TurnedFirm } from '../../../../contract/effects.ts'
import { findAuthority } from '../../../../regime/jurisdiction/authorities.ts'
import { Card } from '../../../components/card/Card.tsx'
import { EmptyState } from '../../../components/empty-state/EmptyState.tsx'
import { intervalText } from '../../../components/score-bar/interval.ts'
import { type Column, Table } from '../../../components/table/Table.tsx'
import { counted, outcomeWords } from './words.ts'

const columns: readonly Column<TurnedFirm>[] = [
  {
    id: 'name',
    head: '企业',
    primary: true,
    cell: ({ case: id, name, uscc }) => (
      <>
        <Link to={`/office/cases/${id}`}>{name ?? '（名称未填）'}</Link>
        {uscc !== null && <span className="effect__sub">{uscc}</span>}
      </>
    ),
  },
  { id: 'place', head: '地区', cell: ({ authority }) => findAuthority(authority)?.place ?? authority },
  {
    id: 'outcome',
    head: '结论',
    cell: ({ before, after, scoreBefore, scoreAfter }) => (
      <>
        <span>
          {outcomeWords[before]} → <b>{outcomeWords[after]}</b>
        </span>
        {scoreBefore && scoreAfter && (
          <span className="effect__sub">
            {intervalText(scoreBefore)} → {intervalText(scoreAfter)} 分
          </span>
        )}
      </>
    ),
  },
  {
    id: 'because',
    head: '随之变化的条件和指标',
    cell: ({ because }) => (because.length === 0 ? '—' : because.map(({ name }) => name).join('；')),
  },
]

/** The firms whose outcome is another, page by page; fed by `api.effects.firms`. */
export const TurnedFirms = ({
  firms,
  total,
  listed,
  filters,
  next,
}: {
  readonly firms: readonly TurnedFirm[]
  /** How many turned, and how many of them can be listed. */
  readonly total: number
  readonly listed: number
  /** Ways to the parts of the list; the one shown is current. */
  readonly filters: readonly { readonly label: string; readonly to: string; readonly current: boolean }[]
  /** Address of the next page; absent on the last. */
  readonly next?: string
}) => (
  <Card title="结论改变的企业" aside={`共 ${counted(total)} 家`} className="effect__firms">
    <nav className="effect__filters" aria-label="按变化查看">
      {filters.map(({ label, to, current }) => (
        <Link key={label} to={to} aria-current={current ? 'page' : undefined} preventScrollReset>
          {label}
        </Link>
      ))}
    </nav>
    <Table
      caption="结论改变的企业"
      captionHidden
      columns={columns}
      rows={firms}
      rowKey={({ enterprise }) => enterprise}
      empty={<EmptyState title="没有这样的企业" />}
    />
    {listed < total && (
      <p className="muted small">
        名单列出前 {counted(listed)} 家，其余 {counted(total - listed)} 家已计入各项家数。
      </p>
    )}
    {next !== undefined && (
      <p>
        <Link rel="next" to={next} preventScrollReset>
          后面的企业
        </Link>
      </p>
    )}
  </Card>
)
