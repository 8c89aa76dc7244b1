import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { evaluate } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { findStandard } from './load.ts'
import { told } from './told.ts'

interface Example {
  readonly 名: string
  readonly 若: { readonly [path: string]: unknown }
  readonly 则: { readonly [what: string]: unknown }
}

const verdicts = ['满足', '不满足', '待定']

const folder = import.meta.dirname
const files = ['miit-2022-63', 'miit-2026-2', 'henan-2023-131', 'sme-size-2011-300'].flatMap((instrument) =>
  existsSync(join(folder, instrument, 'examples'))
    ? readdirSync(join(folder, instrument, 'examples')).map((name) => [instrument, name.replace('.yaml', '')] as const)
    : [],
)

describe.each(files)('%s/%s 算例', (instrument, name) => {
  // The size rules are part of 第三条; their examples ask for its E3.
  const id = instrument === 'sme-size-2011-300' ? 'henan-2023-131/eligibility' : `${instrument}/${name}`
  const standard = findStandard(id)
  const { 企业, 例 } = parse(readFileSync(join(folder, instrument, 'examples', `${name}.yaml`), 'utf8')) as {
    企业: FactsDocument
    例: readonly Example[]
  }

  test.each(例)('$名', ({ 若, 则 }) => {
    const changes = Object.fromEntries(
      Object.entries(若).map(([path, value]) => [path, value === '未填' ? undefined : value]),
    )
    expect(standard).toBeDefined()
    if (!standard) return
    const result = evaluate(standard, parseFacts(changeFacts(企业, changes)))
    expect(Object.fromEntries(Object.keys(则).map((what) => [what, told(result, what)]))).toEqual(则)
  })

  if (instrument !== 'sme-size-2011-300')
    test('每个指标都有不同分值和未填的算例，每个条件都有满足、不满足、待定的算例', () => {
      const said = (what: string): ReadonlySet<unknown> =>
        new Set(例.flatMap(({ 则 }) => (what in 则 ? [则[what]] : [])))
      for (const indicator of standard?.definition.score?.indicators ?? []) {
        const values = said(indicator.id)
        expect(
          [...values].some((value) => String(value).includes('–')),
          `${indicator.id} 未填`,
        ).toBe(true)
        expect(
          values.has(`${indicator.cap} 分`) ||
            [...values].some((value) => String(value).startsWith(`${indicator.cap} 分`)),
          `${indicator.id} 满分`,
        ).toBe(true)
      }
      for (const { id: condition } of standard?.definition.conditions ?? [])
        for (const verdict of verdicts)
          if (!(condition === 'S' && verdict === '待定'))
            expect([...said(condition)], `${condition} ${verdict}`).toContain(verdict)
    })
})
