import { Link } from 'react-router'
import type { ListDetail, ListEntry } from '../../../contract/lists.ts'
import { findAuthority, PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import { type Step, stepEntry, tierOneSteps } from '../../../regime/procedure/steps.ts'
import { Card } from '../../components/card/Card.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import './list.css'

const stepLabel = (step: string): string => (step in tierOneSteps ? stepEntry(step as Step).official : '')

const name = (entry: ListEntry) => (
  <>
    <span className="firms__position" aria-hidden="true">
      {entry.position}
    </span>
    <Link to={`/office/cases/${entry.case}`}>{entry.name}</Link>
    <span className="list__sub">{entry.uscc}</span>
    {entry.status === 'unlisted' && <Tag tone="open">审批时移出</Tag>}
    {entry.status === 'removed' && <Tag tone="fail">异议成立移出</Tag>}
    {entry.status !== 'listed' && entry.note && <span className="list__sub">{entry.note}</span>}
  </>
)

/** The firms of a list with what it rests on. With `chosen` each can be ticked, to be taken off. */
export const ListFirms = ({
  list,
  chosen,
  onToggle,
}: {
  readonly list: ListDetail
  readonly chosen?: ReadonlySet<string> | undefined
  readonly onToggle?: (id: string) => void
}) => {
  const columns: readonly Column<ListEntry>[] = [
    { id: 'position', head: '序号', numeric: true, cell: ({ position }) => position },
    {
      id: 'name',
      head: '企业',
      primary: true,
      cell: (entry) =>
        chosen && onToggle && entry.status === 'listed' ? (
          <span className="pick">
            <input
              type="checkbox"
              checked={chosen.has(entry.id)}
              onChange={() => onToggle(entry.id)}
              aria-label={`选择${entry.name}`}
            />
            <span>{name(entry)}</span>
          </span>
        ) : (
          name(entry)
        ),
    },
    ...(list.authority === PROVINCE
      ? [{ id: 'place', head: '地区', cell: ({ authority }: ListEntry) => findAuthority(authority)?.place ?? '' }]
      : []),
    {
      id: 'visit',
      head: '实地核查',
      cell: ({ visitOn, verifiers }) =>
        visitOn ? (
          <>
            {visitOn}
            <span className="list__sub">{verifiers.filter(Boolean).join('、')}</span>
          </>
        ) : (
          '—'
        ),
    },
    {
      id: 'score',
      head: '自评',
      numeric: true,
      cell: ({ scoreMin, scoreMax }) =>
        scoreMin === null || scoreMax === null ? '—' : `${intervalText({ min: scoreMin, max: scoreMax })} 分`,
    },
    { id: 'step', head: '现在环节', screenOnly: true, cell: ({ step }) => stepLabel(step) },
  ]
  return (
    <Card title="名单" aside={`${list.firms.toLocaleString('zh-CN')} 家`} className="firms">
      <Table
        caption={list.title}
        captionHidden
        columns={columns}
        rows={list.entries}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => chosen?.has(id) ?? false}
      />
    </Card>
  )
}
