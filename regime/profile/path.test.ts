import { describe, expect, test } from 'vitest'
import { findPlace, pathOf } from './path.ts'
import { allFields, allLists } from './sections.ts'

const id = 'aaaaaaaa-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

describe('企业资料的路径', () => {
  test('每个项目只有一处，都能按路径找到', () => {
    expect(new Set(allFields.map(({ path }) => path)).size).toBe(allFields.length)
    for (const field of allFields) {
      const path = field.path.includes('{year}') ? pathOf(field.path, 2025) : pathOf(field.path, id, other)
      expect(findPlace(path)).toMatchObject({ kind: 'field', field: { path: field.path } })
    }
  })

  test('清单、清单中的一项、年度', () => {
    for (const list of allLists) {
      const path = pathOf(list.path, id)
      expect(findPlace(path)).toMatchObject({ kind: 'list', list: { path: list.path } })
      expect(findPlace(`${path}/${other}`)).toMatchObject({ kind: 'item', list: { path: list.path } })
    }
    expect(findPlace('/years/2025')).toEqual({ kind: 'year', year: 2025, items: [] })
    expect(findPlace(`/intellectualProperty/${id}/overseasFamily/${other}/office`)).toMatchObject({
      items: [id, other],
    })
  })

  test.each([
    '',
    '/',
    '/years',
    '/years/25/revenue',
    '/years/2025/profit',
    '/enterprise/uscc',
    '/enterprise/name',
    '/titles',
    '/localFeature/points',
    `/intellectualProperty/${id.toUpperCase()}`,
    '/intellectualProperty/0/kind',
    '/intellectualProperty/{item}/kind',
    '/years/{year}/revenue',
    '/constructor',
    `/enterprise/incidents/${id}/kind/${id}`,
  ])('“%s”不是企业可以填写的项目', (path) => expect(findPlace(path)).toBeUndefined())
})
