import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import './table.css'

/** A column: its heading, what stands in its cells, and how. */
export interface Column<Row> {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Right-aligned tabular figures. */
  readonly numeric?: boolean
  /** Names the row: a row header, and the title of the stacked row on phones. */
  readonly primary?: boolean
  /** Of use on a screen only: links to act by. Left out on paper. */
  readonly screenOnly?: boolean
}

// Stacked on phones the elements are blocks and lose their native roles, so the roles are written out.
const table = { role: 'table' }
const group = { role: 'rowgroup' }
const line = { role: 'row' }
const head = { role: 'columnheader', scope: 'col' }
const rowHead = { role: 'rowheader', scope: 'row', className: 'table__primary' }
const cell = { role: 'cell' }

const Line = <Row,>(props: {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly current: boolean
}) => (
  <tr {...line} {...(props.current && { className: 'table__current', 'aria-current': true })}>
    {props.columns.map((column) =>
      column.primary ? (
        <th key={column.id} {...rowHead}>
          {column.cell(props.row)}
        </th>
      ) : (
        <td
          key={column.id}
          {...cell}
          data-label={column.head}
          className={classes(column.numeric && 'number', column.screenOnly && 'no-print')}
        >
          {column.cell(props.row)}
        </td>
      ),
    )}
  </tr>
)

/**
 * A table that becomes stacked rows on phones. `empty` stands in its place when there are no rows; `isCurrent` marks
 * the row one is looking at.
 */
export const Table = <Row,>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  isCurrent = () => false,
  empty,
}: {
  readonly caption: ReactNode
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly isCurrent?: (row: Row) => boolean
  readonly empty?: ReactNode
}) => {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <table className="table" {...table}>
      <caption className={captionHidden ? 'visually-hidden' : 'table__caption'}>{caption}</caption>
      <thead {...group}>
        <tr {...line}>
          {columns.map((column) => (
            <th
              key={column.id}
              {...head}
              className={classes(column.numeric && 'number', column.screenOnly && 'no-print')}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...group}>
        {rows.map((row) => (
          <Line key={rowKey(row)} row={row} columns={columns} current={isCurrent(row)} />
        ))}
      </tbody>
    </table>
  )
}
