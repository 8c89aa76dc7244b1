import { expect, test } from 'vitest'
import { EmptyState } from '../empty-state/EmptyState.tsx'
import { markup } from '../markup.ts'
import { Table } from './Table.tsx'

const columns = [
  { id: 'name', head: '企业', primary: true, cell: (row: { name: string }) => row.name },
  { id: 'score', head: '得分', numeric: true, cell: () => '72' },
]

test('表格有标题、列头与行头，手机上叠放后角色仍在', () => {
  const { get, all } = markup(<Table caption="待审" columns={columns} rows={[{ name: '甲' }]} rowKey={(r) => r.name} />)
  expect(get('caption').text).toBe('待审')
  expect(get('table').attributes.role).toBe('table')
  expect(all('th').map(({ text, attributes }) => [text, attributes.scope, attributes.role])).toEqual([
    ['企业', 'col', 'columnheader'],
    ['得分', 'col', 'columnheader'],
    ['甲', 'row', 'rowheader'],
  ])
  expect(get('td').attributes['data-label']).toBe('得分')
})

test('没有内容时说明没有', () => {
  const empty = <EmptyState title="没有待审的申报" />
  expect(markup(<Table caption="待审" columns={columns} rows={[]} rowKey={(r) => r.name} empty={empty} />).text).toBe(
    '没有待审的申报',
  )
})
