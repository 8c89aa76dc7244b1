import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { evaluate, judge } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { FEN_PER_WAN } from '../regime/kernel/money.ts'
import { criteriaOf, criteriaSeen } from '../test/examples/criteria.ts'
import { told } from '../test/examples/told.ts'
import { findStandard } from './load.ts'

interface Example {
  readonly 名: string
  readonly 若: { readonly [path: string]: unknown }
  readonly 则: { readonly [what: string]: unknown }
}

interface SizeRules {
  readonly industries: readonly {
    readonly name: string
    readonly prefixes: readonly string[]
    readonly large: { readonly [figure: string]: string }
  }[]
}

const changed = (facts: FactsDocument, changes: Example['若']): FactsDocument =>
  changeFacts(
    facts,
    Object.fromEntries(Object.entries(changes).map(([path, value]) => [path, value === '未填' ? undefined : value])),
  )

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
    expect(standard).toBeDefined()
    if (!standard) return
    const result = evaluate(standard, parseFacts(changed(企业, 若)))
    expect(Object.fromEntries(Object.keys(则).map((what) => [what, told(result, what)]))).toEqual(则)
  })

  if (instrument === 'sme-size-2011-300')
    test('十六个行业都有算例：各项正好到下限的是大型，任何一项差一点的不是', () => {
      const { industries } = parse(readFileSync(join(folder, instrument, 'industries.yaml'), 'utf8')) as SizeRules
      const lacking = industries.flatMap(({ name: industry, prefixes, large }) => {
        const figures = 例
          .map(({ 若 }) => parseFacts(changed(企业, 若)))
          .filter(({ enterprise }) => prefixes.some((prefix) => enterprise?.industry?.startsWith(prefix)))
          .map(({ asOf, years }) => years?.find(({ year }) => year === Number(asOf.slice(0, 4)) - 1))
        const bounds = Object.entries(large).map(([figure, written]) => {
          const of = { employees: 'employees', revenue: 'revenue', 'total-assets': 'totalAssets' } as const
          const bound = Number.parseInt(written, 10) * (figure === 'employees' ? 1 : FEN_PER_WAN)
          return [of[figure as keyof typeof of], bound] as const
        })
        const exact = figures.some((year) => bounds.every(([figure, bound]) => year?.[figure] === bound))
        return [
          ...(exact ? [] : [`${industry} 正好`]),
          ...bounds.flatMap(([figure, bound]) =>
            figures.some((year) => bounds.every(([other, at]) => year?.[other] === (other === figure ? bound - 1 : at)))
              ? []
              : [`${industry} ${figure} 差一点`],
          ),
        ]
      })
      expect(industries).toHaveLength(16)
      expect(lacking).toEqual([])
    })
  else
    test('每个指标的各档和未定，每个条件和每项比较的满足、不满足、待定，每个界限的两边，都有算例', () => {
      expect(standard).toBeDefined()
      if (!standard) return
      const seen = new Set(例.flatMap(({ 若 }) => criteriaSeen(judge(standard, parseFacts(changed(企业, 若))).trace)))
      expect(criteriaOf(standard.definition).filter((criterion) => !seen.has(criterion))).toEqual([])
    })
})
