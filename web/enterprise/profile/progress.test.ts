import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Standard } from '../../../regime/evaluation/standard.ts'
import { parseDay } from '../../../regime/kernel/day.ts'
import { assemble } from '../../../regime/profile/assemble.ts'
import type { FactEntry } from '../../../regime/profile/field.ts'
import { loadCatalogue } from '../../../standards/catalogue.ts'
import { parseStandardTexts, readStandardTexts } from '../../../standards/load.ts'
import { profileProgress } from './progress.ts'
import { type Relevance, relevanceTo } from './relevance.ts'
import { unprovedFacts } from './unproved.ts'

const today = '2026-09-01'
const item = '11111111-1111-4111-8111-111111111111'

let relevance: Relevance
beforeAll(() => {
  const folder = join(import.meta.dirname, '../../../standards')
  const all = loadCatalogue(parseStandardTexts(readStandardTexts(folder)))
  const named = (id: string) => all.find((standard) => standard.id === id) as Standard
  relevance = relevanceTo([named('miit-2022-63/innovative'), named('henan-2023-131/eligibility')], today)
})

const entry = (path: string, raw: string | null, more: Partial<FactEntry> = {}): FactEntry => ({
  path,
  raw,
  unit: null,
  source: null,
  datedOn: null,
  evidence: [],
  version: 1,
  person: 'p',
  at: '2026-09-01T01:00:00.000Z',
  ...more,
})
const progress = (...entries: FactEntry[]) => profileProgress(entries, today, relevance)
const open = (id: string, ...entries: FactEntry[]) =>
  progress(...entries)
    .sections.find((section) => section.id === id)
    ?.places.map(({ label }) => label) ?? []

describe('还差什么', () => {
  test('只问创新型评价和参评条件用到的项目', () => {
    expect(open('economy')).toEqual([
      '2025 年营业收入',
      '2025 年主营业务收入',
      '2025 年末资产总额',
      '2025 年末负债总额',
      '2024 年主营业务收入',
    ])
    expect(open('management')).toEqual([])
    expect(open('property')).toEqual(['知识产权'])
  })

  test('填了的不再列出；“没有”也是填了', () => {
    expect(open('economy', entry('/years/2025/revenue', '1001', { unit: 'wan' }))).not.toContain('2025 年营业收入')
    expect(open('property', entry('/intellectualProperty', 'none'))).toEqual([])
  })

  test('读不懂的列为有误，说明原因', () => {
    const { sections, invalid } = progress(entry('/years/2025/revenue', '约一千', { unit: 'wan' }))
    expect(invalid).toBe(1)
    expect(sections.flatMap(({ places }) => places).find(({ problem }) => problem)).toMatchObject({
      path: '/years/2025/revenue',
      problem: expect.stringContaining('不是数字'),
    })
  })

  test('成立之前的年度不问', () => {
    expect(open('economy', entry('/about/foundedOn', '2025-03-01'))).not.toContain('2024 年主营业务收入')
  })

  test('列出的每一项，逐个说缺什么', () => {
    const listed = [entry(`/honours/${item}`, '1'), entry(`/honours/${item}/kind`, 'high-tech-enterprise')]
    expect(open('honours', ...listed)).toEqual(['荣誉第 1 项：有效期起', '荣誉第 1 项：有效期止', '科技奖励'])
  })
})

describe('还没有佐证的', () => {
  const unproved = (...entries: FactEntry[]) => {
    const identity = { name: '某', uscc: '91410300DEM000022W', usccConfirmed: false, authority: '410300' }
    const { sources } = assemble(entries, identity, { asOf: parseDay(today), application: 'new' })
    return unprovedFacts(sources, relevance).map(({ path, label }) => `${label} ${path}`)
  }

  test('按年度、按项目各说一次；附上佐证就不再说', () => {
    const figures = [
      entry('/years/2025/revenue', '1001', { unit: 'wan' }),
      entry('/years/2025/rdExpense', '50', { unit: 'wan' }),
      entry(`/honours/${item}`, '1'),
      entry(`/honours/${item}/kind`, 'high-tech-enterprise'),
      entry('/product/strategicEmerging', 'true'),
      entry('/enterprise/abnormalOperation', 'false'),
    ]
    expect(unproved(...figures)).toEqual([
      '属于《战略性新兴产业分类》 /product/strategicEmerging',
      '2025 年的数字 /years/2025',
      `荣誉第 1 项 /honours/${item}`,
    ])
    expect(unproved(...figures, entry('/years/2025', null, { evidence: ['e'] }))).not.toContain(
      '2025 年的数字 /years/2025',
    )
  })
})
