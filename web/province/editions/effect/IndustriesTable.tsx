import type { EditionEffect } from '../../../../contract/effects.ts'
import { movementOf } from '../../../../regime/evaluation/effect/matrix.ts'
import { findDivision } from '../../../../regime/industry/industries.ts'
import { type Column, Table } from '../../../components/table/Table.tsx'
import { movementColumns } from './movement-columns.tsx'
import { counted } from './words.ts'

type Industry = EditionEffect['industries'][number]

const Name = ({ industry }: { readonly industry: string | null }) => {
  const division = findDivision(industry ?? '')
  if (!division) return <>行业未填或不能识别</>
  return (
    <>
      {division.name}
      <span className="effect__sub">
        {division.section.name} · {division.code}
      </span>
    </>
  )
}

const columns: readonly Column<Industry>[] = [
  { id: 'industry', head: '行业（大类）', primary: true, cell: Name },
  ...movementColumns<Industry>(),
]

/** Industries in which something changes, the most first; how many there are besides. */
export const IndustriesTable = ({ industries }: Pick<EditionEffect, 'industries'>) => {
  const turnedOf = ({ matrix }: Industry): number => movementOf(matrix).turned
  const changed = industries.filter((one) => turnedOf(one) > 0).sort((a, b) => turnedOf(b) - turnedOf(a))
  const rest = industries.filter((one) => turnedOf(one) === 0)
  const same = rest.reduce((sum, { matrix }) => sum + movementOf(matrix).firms, 0)
  return (
    <>
      {changed.length > 0 && (
        <Table
          caption="按行业（国民经济行业分类大类），变化多的在前"
          captionHidden
          columns={columns}
          rows={changed}
          rowKey={({ industry }) => industry ?? ''}
        />
      )}
      {rest.length > 0 && (
        <p className="muted small">
          {changed.length > 0 ? '其余' : '全部'} {rest.length} 个行业的 {counted(same)} 家企业没有变化。
        </p>
      )}
    </>
  )
}
