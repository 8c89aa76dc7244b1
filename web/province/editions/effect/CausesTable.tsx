import type { EditionEffect } from '../../../../contract/effects.ts'
import { Article } from '../../../components/article/Article.tsx'
import { type Column, Table } from '../../../components/table/Table.tsx'
import { counted } from './words.ts'

type Cause = EditionEffect['causes'][number]

const columns: readonly Column<Cause>[] = [
  {
    id: 'name',
    head: '条件或指标',
    primary: true,
    cell: ({ kind, id, name, cite }) => (
      <>
        {name}
        <span className="effect__sub">
          {kind === 'condition' ? '条件' : '指标'} {id}
        </span>
        <Article>{cite}</Article>
      </>
    ),
  },
  { id: 'down', head: '结论变差的企业中', numeric: true, cell: ({ down }) => `${counted(down)} 家` },
  { id: 'up', head: '结论变好的企业中', numeric: true, cell: ({ up }) => `${counted(up)} 家` },
]

/** What came out otherwise for the turned firms and pulled the same way as their outcome, the most frequent first. */
export const CausesTable = ({ causes }: Pick<EditionEffect, 'causes'>) => (
  <>
    <p className="muted small">结论改变的企业里，该条件或指标的结果朝同一方向变化的家数；一家企业可以同时计入几项。</p>
    <Table
      caption="随之变化的条件和指标，多的在前"
      captionHidden
      columns={columns}
      rows={causes}
      rowKey={({ kind, id }) => `${kind} ${id}`}
    />
  </>
)
