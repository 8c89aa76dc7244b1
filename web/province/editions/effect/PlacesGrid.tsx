import type { EditionEffect } from '../../../../contract/effects.ts'
import { movementOf } from '../../../../regime/evaluation/effect/matrix.ts'
import { findAuthority, type LocalCode } from '../../../../regime/jurisdiction/authorities.ts'
import { type Column, Table } from '../../../components/table/Table.tsx'
import { levelOf, TileGrid, type TileValue } from '../../../components/tile-grid/TileGrid.tsx'
import { movementColumns } from './movement-columns.tsx'
import { signed } from './words.ts'

type Place = EditionEffect['places'][number]

const changeOf = ({ matrix }: Place): number => {
  const { metBefore, metAfter } = movementOf(matrix)
  return metAfter - metBefore
}

const columns: readonly Column<Place>[] = [
  { id: 'place', head: '地区', primary: true, cell: ({ authority }) => findAuthority(authority)?.place ?? authority },
  ...movementColumns<Place>(),
]

/** The nineteen jurisdictions by how many more or fewer pass; the same as a table for whoever wants the numbers. */
export const PlacesGrid = ({ effect: { places } }: { readonly effect: EditionEffect }) => {
  const most = Math.max(0, ...places.map((place) => Math.abs(changeOf(place))))
  const values = Object.fromEntries(
    places.map((place): [string, TileValue] => {
      const change = changeOf(place)
      return [
        place.authority,
        { value: signed(change), unit: '家', ...(change !== 0 && { level: levelOf(Math.abs(change), most) }) },
      ]
    }),
  ) as Partial<Record<LocalCode, TileValue>>
  return (
    <>
      <p className="muted small">颜色越深，增减越多；“—”表示该地还没有企业提交。</p>
      <TileGrid label="各地通过家数的增减" values={values} />
      <details className="effect__more">
        <summary>各地明细</summary>
        <Table caption="各地明细" captionHidden columns={columns} rows={places} rowKey={({ authority }) => authority} />
      </details>
    </>
  )
}
