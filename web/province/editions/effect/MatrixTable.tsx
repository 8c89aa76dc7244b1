import type { EditionEffect } from '../../../../contract/effects.ts'
import { type Column, Table } from '../../../components/table/Table.tsx'
import { counted, outcomeOrder, outcomeWords } from './words.ts'

type Matrix = EditionEffect['total']
type Outcome = (typeof outcomeOrder)[number]

/** From each outcome now to each under the new edition; those that stay are said so. */
export const MatrixTable = ({ matrix }: { readonly matrix: Matrix }) => {
  const columns: readonly Column<Outcome>[] = [
    { id: 'before', head: '现行结论', primary: true, cell: (before) => `现行${outcomeWords[before]}` },
    ...outcomeOrder.map(
      (after): Column<Outcome> => ({
        id: after,
        head: `新版${outcomeWords[after]}`,
        numeric: true,
        cell: (before) =>
          before === after || matrix[before][after] === 0 ? (
            <span className="muted">{counted(matrix[before][after])}</span>
          ) : (
            <b>{counted(matrix[before][after])}</b>
          ),
      }),
    ),
  ]
  return <Table caption="结论的变化，家" captionHidden columns={columns} rows={outcomeOrder} rowKey={(row) => row} />
}
