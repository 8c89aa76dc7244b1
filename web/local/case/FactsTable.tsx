import { factSources } from '../../../regime/profile/field.ts'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import type { ClaimedFact } from './facts.ts'

/** Each claimed fact beside its evidence and the points it carries; a document opens on the right. */
export const FactsTable = ({
  facts,
  open,
  onOpen,
}: {
  readonly facts: readonly ClaimedFact[]
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) => {
  const columns: readonly Column<ClaimedFact>[] = [
    {
      id: 'fact',
      head: '申报的事实',
      primary: true,
      cell: ({ title, source, hint }) => (
        <>
          {title}
          <span className="desk__hint">
            {source ? `来源：${factSources[source as keyof typeof factSources] ?? source}` : hint}
          </span>
        </>
      ),
    },
    { id: 'value', head: '申报内容', cell: ({ declared }) => <span className="desk__value">{declared}</span> },
    {
      id: 'evidence',
      head: '佐证',
      cell: ({ evidence }) =>
        evidence.length === 0 ? (
          <Tag tone="open">未附佐证</Tag>
        ) : (
          evidence.map(({ id, name }) => (
            <button key={id} type="button" className="desk__file" aria-pressed={id === open} onClick={() => onOpen(id)}>
              {name}
            </button>
          ))
        ),
    },
    {
      id: 'carries',
      head: '用于',
      cell: ({ carries }) =>
        carries.map(({ id, name, points }) => (
          <span key={id} className="desk__carries">
            {name} <b>{points}</b>
          </span>
        )),
    },
  ]
  return (
    <div className="desk__facts">
      <Table
        caption="申报的事实与佐证"
        columns={columns}
        rows={facts}
        rowKey={({ path }) => path}
        isCurrent={({ evidence }) => evidence.some(({ id }) => id === open)}
      />
    </div>
  )
}
