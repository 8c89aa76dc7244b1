import { describe, expect, test } from 'vitest'
import type { EditionEffect } from '../../../../contract/effects.ts'
import { markup } from '../../../components/markup.ts'
import { EffectView } from './EffectView.tsx'
import { TurnedFirms } from './TurnedFirms.tsx'

const matrix = (
  met: readonly [number, number, number],
  undetermined: readonly [number, number, number],
  unmet: readonly [number, number, number],
): EditionEffect['total'] => {
  const row = ([stays, open, fails]: readonly [number, number, number]) => ({
    met: stays,
    undetermined: open,
    unmet: fails,
  })
  return { met: row(met), undetermined: row(undetermined), unmet: row(unmet) }
}
const none = matrix([0, 0, 0], [0, 0, 0], [0, 0, 0])

const effect: EditionEffect = {
  state: 'ready',
  asOf: '2026-09-01',
  upTo: '2026-08-28T01:00:00.000Z',
  before: {
    standard: 'miit-2022-63/innovative',
    edition: 'sha256:a',
    title: '创新型中小企业评价标准',
    instrument: '工信部企业〔2022〕63号',
  },
  after: {
    standard: 'demo-2026-9/innovative',
    edition: 'sha256:b',
    title: '创新型中小企业评价标准（虚构的新版）',
    instrument: '演示〔2026〕9号',
  },
  firms: 12_000,
  unreadable: 3,
  total: matrix([8000, 120, 1200], [30, 500, 50], [100, 0, 2000]),
  places: [
    { authority: '410100', matrix: matrix([4000, 60, 600], [0, 250, 0], [10, 0, 1000]) },
    { authority: '410300', matrix: matrix([4000, 60, 600], [30, 250, 50], [90, 0, 1000]) },
    { authority: '410500', matrix: matrix([10, 0, 0], [0, 0, 0], [0, 0, 0]) },
  ],
  industries: [
    { industry: '35', matrix: matrix([8000, 120, 1200], [30, 500, 50], [100, 0, 2000]) },
    { industry: '39', matrix: matrix([10, 0, 0], [0, 0, 0], [0, 0, 0]) },
    { industry: null, matrix: matrix([0, 0, 1], [0, 0, 0], [0, 0, 0]) },
  ],
  causes: [{ kind: 'indicator', id: 'I2', name: '上年度研发费用占比', cite: '附件1 二（一）2', up: 30, down: 900 }],
  turned: 1500,
  listed: 1500,
}

describe('R8.2 B4 新版本的影响：页面', () => {
  test('三个数、合计、以什么为准，都用文字写明', () => {
    const { all, html } = markup(<EffectView effect={effect} listOf={(movement) => `?movement=${movement}`} />)
    expect(all('a').map(({ text }) => text)).toEqual(['1,200家', '130家', '120家'])
    expect(html).toContain('共 12,000 家；未提交过的不计')
    expect(html).toContain('另有 3 家的事实按现行格式不能读取')
    expect(html).toContain('<b>9,320</b>')
    expect(html).toContain('<b>8,130</b>')
    expect(html).not.toContain('style=')
  })

  test('各地增减有正负号，没有企业的地区不写 0', () => {
    const { all } = markup(<EffectView effect={effect} />)
    const tiles = all('li').map(({ text }) => text)
    expect(tiles).toContain('郑州−650家')
    expect(tiles).toContain('洛阳−540家')
    expect(tiles).toContain('安阳0家')
    expect(tiles).toContain('开封—')
  })

  test('行业写大类和门类，没有变化的合并说明；未知的单列', () => {
    const { html } = markup(<EffectView effect={effect} />)
    expect(html).toContain('专用设备制造业')
    expect(html).toContain('制造业 · 35')
    expect(html).toContain('行业未填或不能识别')
    expect(html).toContain('其余 1 个行业的 10 家企业没有变化')
  })

  test('没有变化、没有企业时各有说明，不画空表', () => {
    const same = { ...effect, total: matrix([9, 0, 0], [0, 1, 0], [0, 0, 2]), turned: 0, causes: [] }
    const still = markup(<EffectView effect={same} />)
    expect(still.html).toContain('没有一家企业的结论会改变')
    expect(still.all('table')).toHaveLength(0)
    const empty = markup(<EffectView effect={{ ...same, firms: 0, total: none, places: [], industries: [] }} />)
    expect(empty.html).toContain('还没有企业提交过申报')
    expect(empty.all('table')).toHaveLength(0)
  })

  test('名单写明结论、得分和原因；超出上限时说清楚', () => {
    const { html, all } = markup(
      <TurnedFirms
        firms={[
          {
            enterprise: 'e',
            authority: '410300',
            case: 'c',
            name: '洛阳云梯精密传动科技有限责任公司',
            uscc: '91410300DEM01001XB',
            industry: '35',
            before: 'met',
            after: 'unmet',
            scoreBefore: { min: 65, max: 65 },
            scoreAfter: { min: 60, max: 60 },
            because: [
              { kind: 'condition', id: 'S', name: '评价得分和三个分项下限' },
              { kind: 'indicator', id: 'I2', name: '上年度研发费用占比' },
            ],
          },
        ]}
        total={30_000}
        listed={20_000}
        filters={[
          { label: '全部', to: '?', current: true },
          { label: '不再通过', to: '?movement=lost', current: false },
        ]}
        next="?after=x"
      />,
    )
    expect(html).toContain('65 → 60 分')
    expect(html).toContain('评价得分和三个分项下限；上年度研发费用占比')
    expect(html).toContain('名单列出前 20,000 家，其余 10,000 家已计入各项家数')
    expect(all('a').map(({ attributes }) => attributes.href)).toEqual([
      '/',
      '/?movement=lost',
      '/office/cases/c',
      '/?after=x',
    ])
  })
})
