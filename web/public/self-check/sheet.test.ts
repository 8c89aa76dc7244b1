import { describe, expect, test } from 'vitest'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import { intellectualPropertyList } from '../../../regime/profile/achievements.ts'
import { factsOf } from './assess.ts'
import { exampleFacts } from './example.ts'
import {
  emptySheet,
  inOtherUnit,
  itemIds,
  saysNone,
  sheetFrom,
  withEntry,
  withItem,
  withNone,
  withoutItem,
} from './sheet.ts'

const revenue = '/years/2025/revenue'
const list = '/intellectualProperty'

describe('自测表', () => {
  test('清空一格就是不知道，不是零', () => {
    const typed = withEntry(emptySheet('2026-09-01'), revenue, '1001')
    expect(factsOf(typed).facts.years).toEqual([{ year: 2025, revenue: '1001' }])
    expect(factsOf(withEntry(typed, revenue, '')).facts).not.toHaveProperty('years')
  })

  test('“没有”与“不知道”不同：没有是空表，不知道不写', () => {
    const none = withNone(emptySheet('2026-09-01'), '/honours', true)
    expect(saysNone(none, '/honours')).toBe(true)
    expect(factsOf(none).facts.honours).toEqual([])
    expect(factsOf(withNone(none, '/honours', false)).facts).not.toHaveProperty('honours')
  })

  test('添加一项即撤回“没有”；删除一项连同其下全部内容', () => {
    const one = withItem(withNone(emptySheet('2026-09-01'), list, true), intellectualPropertyList)
    const [id = ''] = itemIds(one, list)
    expect(saysNone(one, list)).toBe(false)
    const filled = withEntry(one, `${list}/${id}/kind`, 'invention-patent')
    expect(factsOf(filled).facts.intellectualProperty).toEqual([{ kind: 'invention-patent' }])
    expect(withoutItem(filled, `${list}/${id}`).entries).toEqual({})
  })

  test('元与万元互换，金额一分不差', () => {
    const wan = withEntry(emptySheet('2026-09-01'), revenue, '1001.123456')
    const yuan = inOtherUnit(wan, 'yuan')
    expect(yuan.entries[revenue]).toBe('10011234.56')
    expect(factsOf(yuan).facts).toEqual(factsOf(wan).facts)
    expect(inOtherUnit(yuan, 'wan')).toEqual(wan)
  })

  test('导出再导入，事实不变', () => {
    const example = exampleFacts('2026-09-01' as Day)
    parseFacts(example)
    const { facts, ignored } = factsOf(sheetFrom(example))
    expect(ignored).toEqual([])
    expect({ ...facts, years: undefined }).toEqual({ ...example, years: undefined })
    expect(new Set(facts.years)).toEqual(new Set(example.years))
    expect(factsOf(sheetFrom(facts as { asOf: string })).facts).toEqual(facts)
  })

  test('企业名称和信用代码不进入自测数据', () => {
    const { facts } = factsOf(sheetFrom(exampleFacts('2026-09-01' as Day)))
    expect(Object.keys(facts.enterprise as object)).not.toContain('uscc')
    expect(Object.keys(facts.enterprise as object)).not.toContain('name')
  })
})
