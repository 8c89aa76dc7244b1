import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localAuthorities } from '../../../regime/jurisdiction/authorities.ts'
import { markup } from '../markup.ts'
import { levelOf, TileGrid } from './TileGrid.tsx'

describe('十九个主管部门方格图（第五条）', () => {
  test('十九格齐全，有名称和数，可打开名单', () => {
    const { all, get } = markup(
      <TileGrid label="待审占比" values={{ '410300': { value: 11, unit: '%', level: 2, to: '/x' } }} />,
    )
    expect(get('ul').attributes['aria-label']).toBe('待审占比')
    expect(all('li')).toHaveLength(19)
    expect(get('a')).toMatchObject({ attributes: { href: '/x' }, text: '洛阳11%' })
  })
  test('每格都有自己的位置，互不重叠', () => {
    const css = readFileSync(new URL('./tile-grid.css', import.meta.url), 'utf8')
    const places = [...css.matchAll(/\.tile--(\d{6}) \{\s*grid-area: (\d) \/ (\d)/g)]
    expect(places.map(([, code]) => code).sort()).toEqual(localAuthorities.map(({ code }) => code).sort())
    expect(new Set(places.map(([, , row, column]) => `${row}/${column}`)).size).toBe(19)
  })
  test('颜色深浅五级', () => {
    expect([0, 19, 20, 59, 99, 100].map((value) => levelOf(value, 100))).toEqual([0, 0, 1, 2, 4, 4])
    expect(levelOf(5, 0)).toBe(0)
  })
})
