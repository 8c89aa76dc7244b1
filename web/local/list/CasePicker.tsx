import { useState } from 'react'
import type { ReadyCase } from '../../../contract/lists.ts'
import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { intervalText } from '../../components/score-bar/interval.ts'
import { type Column, Table } from '../../components/table/Table.tsx'
import './list.css'

const columnsFor = (
  today: string,
  places: boolean,
  chosen: ReadonlySet<string>,
  toggle: (id: string) => void,
): readonly Column<ReadyCase>[] => [
  {
    id: 'name',
    head: '企业',
    primary: true,
    cell: ({ id, name, uscc }) => (
      <label className="pick">
        <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
        <span>
          {name}
          <span className="list__sub">{uscc}</span>
        </span>
      </label>
    ),
  },
  ...(places
    ? [
        {
          id: 'place',
          head: '地区',
          cell: ({ authority }: ReadyCase) => findAuthority(authority)?.place ?? authority,
        },
      ]
    : []),
  { id: 'since', head: '等待自', cell: ({ since }) => dayText(since, today) },
  {
    id: 'score',
    head: '自评',
    numeric: true,
    cell: ({ scoreMin, scoreMax }) =>
      scoreMin === null || scoreMax === null ? '—' : `${intervalText({ min: scoreMin, max: scoreMax })} 分`,
  },
]

/** Chooses the firms of a list: all of them to begin with, found by name, code or place, ticked one by one or together. */
export const CasePicker = ({
  cases,
  chosen,
  onChange,
  today,
  places,
  error,
}: {
  readonly cases: readonly ReadyCase[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  readonly today: string
  readonly places: boolean
  readonly error?: string | undefined
}) => {
  const [sought, setSought] = useState('')
  const words = sought.trim().toLowerCase()
  const shown = words
    ? cases.filter(({ name, uscc, authority }) =>
        [name, uscc, findAuthority(authority)?.place ?? ''].some((text) => text.toLowerCase().includes(words)),
      )
    : cases
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  const set = (on: boolean) => {
    const next = new Set(chosen)
    for (const { id } of shown) {
      if (on) next.add(id)
      else next.delete(id)
    }
    onChange(next)
  }
  const scope = words ? '找到的' : '全部'
  return (
    <Card title="列入的企业" aside={`已选 ${chosen.size} / ${cases.length} 家`}>
      <div className="picker__tools" id="cases">
        <TextField
          name="sought"
          label={places ? '按名称、信用代码或地区查找' : '按名称或信用代码查找'}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        <Button tone="quiet" onClick={() => set(true)}>
          选上{scope} {shown.length} 家
        </Button>
        <Button tone="plain" onClick={() => set(false)}>
          去掉{scope}
        </Button>
      </div>
      {error && (
        <p className="field__error" role="alert">
          {error}
        </p>
      )}
      <div className="picker__rows">
        <Table
          caption="可以列入的企业"
          captionHidden
          columns={columnsFor(today, places, chosen, toggle)}
          rows={shown}
          rowKey={({ id }) => id}
          isCurrent={({ id }) => chosen.has(id)}
          empty={<EmptyState title="没有找到">请换一个词查找。</EmptyState>}
        />
      </div>
    </Card>
  )
}
