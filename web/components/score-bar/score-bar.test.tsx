import { describe, expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { ScoreBar } from './ScoreBar.tsx'

const said = (min: number, max: number) =>
  markup(<ScoreBar name="成长性" points={{ min, max }} cap={30} floor={15} />).get('title').text

describe('分项得分图', () => {
  test('图的意思也用文字说出：得分、满分、是否过下限', () => {
    expect(said(15, 15)).toBe('成长性 15 分，满分 30 分，已过下限 15')
    expect(said(10, 20)).toBe('成长性 10–20 分，满分 30 分，能否过下限 15 未定')
    expect(said(0, 10)).toBe('成长性 0–10 分，满分 30 分，未到下限 15')
  })
  test('不用 style 属性（内容安全策略不允许）', () => {
    expect(markup(<ScoreBar name="成长性" points={{ min: 15, max: 25 }} cap={30} floor={15} />).html).not.toContain(
      'style=',
    )
  })
  test('未定部分另画，确定部分到 min 为止', () => {
    const { all } = markup(<ScoreBar name="成长性" points={{ min: 15, max: 24 }} cap={30} floor={15} />)
    expect(all('rect').map(({ attributes }) => [attributes.class, attributes.x, attributes.width])).toContainEqual([
      'score-bar__open',
      '50%',
      '30%',
    ])
  })
})
