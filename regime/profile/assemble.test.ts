import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFacts } from '../evaluation/parse-facts.ts'
import { type Day, parseDay } from '../kernel/day.ts'
import { type Assembled, assemble, type Identity } from './assemble.ts'
import type { FactEntry } from './field.ts'
import { pathOf } from './path.ts'
import { allFields, allLists } from './sections.ts'
import { takeApart } from './take-apart.ts'

const identity: Identity = {
  name: '洛阳云梯精密传动科技有限责任公司',
  uscc: '91410300DEM000022W',
  usccConfirmed: false,
  authority: '410300',
}
const asOf = parseDay('2026-09-01')
const a = '11111111-1111-4111-8111-111111111111'
const b = '22222222-2222-4222-8222-222222222222'

const entry = (path: string, raw: string | null, more: Partial<FactEntry> = {}): FactEntry => ({
  path,
  raw,
  unit: null,
  source: null,
  datedOn: null,
  evidence: [],
  version: 1,
  person: 'p',
  at: '2026-08-30T08:00:00.000Z',
  ...more,
})

const put = (...entries: readonly FactEntry[]): Assembled => assemble(entries, identity, { asOf, application: 'new' })

/** Every set of facts this file makes must be one the standards let in. */
const accepted = (made: Assembled): Assembled => {
  parseFacts(made.facts)
  return made
}

describe('由企业资料汇成评价所用的事实', () => {
  test('空白资料只有身份，其余都是未知', () => {
    expect(accepted(put()).facts).toEqual({
      asOf: '2026-09-01',
      application: 'new',
      enterprise: {
        name: identity.name,
        uscc: identity.uscc,
        usccConfirmed: false,
        authority: '410300',
      },
    })
  })

  test('按元或万元填写，得同一个数', () => {
    const made = accepted(
      put(
        entry('/years/2025/revenue', '10,010,000.00', { unit: 'yuan' }),
        entry('/years/2024/revenue', '880', { unit: 'wan' }),
        entry('/years/2025/basis', 'single'),
      ),
    )
    expect(made.facts.years).toEqual([
      { year: 2024, revenue: '880' },
      { year: 2025, revenue: '1001' },
    ])
  })

  test('读不懂的内容按未知处理，并说明原因', () => {
    const made = accepted(put(entry('/years/2025/revenue', '约一千万', { unit: 'wan' })))
    expect(made.facts).not.toHaveProperty('years')
    expect(made.ignored).toEqual([
      { path: '/years/2025/revenue', raw: '约一千万', problem: expect.stringContaining('“约”不是数字') },
    ])
  })

  test('“没有”与“未填”不同', () => {
    expect(put().facts).not.toHaveProperty('scienceAwards')
    expect(accepted(put(entry('/scienceAwards', 'none'))).facts).toMatchObject({ scienceAwards: [] })
    expect(accepted(put(entry('/enterprise/incidents', 'none'))).facts).toMatchObject({ enterprise: { incidents: [] } })
  })

  test('既选“没有”又列了项目：以列出的为准，并提示', () => {
    const made = accepted(
      put(
        entry('/scienceAwards', 'none'),
        entry(`/scienceAwards/${a}`, '1'),
        entry(`/scienceAwards/${a}/level`, 'national'),
      ),
    )
    expect(made.facts.scienceAwards).toEqual([{ level: 'national' }])
    expect(made.ignored).toMatchObject([{ path: '/scienceAwards' }])
  })

  test('有一项没选类型：整个清单按未知处理，不会少报', () => {
    const made = accepted(
      put(
        entry(`/honours/${a}`, '1'),
        entry(`/honours/${a}/kind`, 'high-tech-enterprise'),
        entry(`/honours/${b}`, '2'),
        entry(`/honours/${b}/validFrom`, '2025-01-01'),
      ),
    )
    expect(made.facts).not.toHaveProperty('honours')
    expect(made.ignored).toMatchObject([
      { path: `/honours/${b}/kind`, problem: expect.stringContaining('请填写“荣誉”') },
    ])
    expect(Object.keys(made.sources)).toEqual([])
  })

  test('删去的项目不算；顺序按填入先后', () => {
    const made = accepted(
      put(
        entry(`/honours/${b}`, '1'),
        entry(`/honours/${b}/kind`, 'ip-advantage'),
        entry(`/honours/${a}`, '2'),
        entry(`/honours/${a}/kind`, 'ip-demonstration'),
      ),
    )
    expect(made.facts.honours).toEqual([{ kind: 'ip-advantage' }, { kind: 'ip-demonstration' }])
    const removed = accepted(put(entry(`/honours/${b}`, null), entry(`/honours/${b}/kind`, 'ip-advantage')))
    expect(removed.facts).not.toHaveProperty('honours')
  })

  test('受让日期：不是受让写作 null，没填则没有这一项', () => {
    const kind = entry(`/intellectualProperty/${a}/kind`, 'invention-patent')
    const marker = entry(`/intellectualProperty/${a}`, '1')
    expect(
      accepted(put(marker, kind, entry(`/intellectualProperty/${a}/transferredInOn`, 'none'))).facts
        .intellectualProperty,
    ).toEqual([{ kind: 'invention-patent', transferredInOn: null }])
    expect(accepted(put(marker, kind)).facts.intellectualProperty).toEqual([{ kind: 'invention-patent' }])
  })

  test('同族专利列在所属专利之下', () => {
    const family = `/intellectualProperty/${a}/overseasFamily`
    const made = accepted(
      put(
        entry(`/intellectualProperty/${a}`, '1'),
        entry(`/intellectualProperty/${a}/kind`, 'invention-patent'),
        entry(`${family}/${b}`, '1'),
        entry(`${family}/${b}/office`, 'us'),
        entry(`${family}/${b}/examined`, 'true'),
      ),
    )
    expect(made.facts.intellectualProperty).toEqual([
      { kind: 'invention-patent', overseasFamily: [{ office: 'US', examined: true }] },
    ])
  })

  test('成立之前的年度不适用，填了也不算，并说明', () => {
    const made = accepted(
      put(
        entry('/about/foundedOn', '2024年5月6日'),
        entry('/years/2023/revenue', '1', { unit: 'wan' }),
        entry('/years/2024/revenue', '2', { unit: 'wan' }),
      ),
    )
    expect(made.notApplicableYears).toEqual([2023])
    expect(made.facts.years).toEqual([{ year: 2024, revenue: '2' }])
    expect(made.ignored).toMatchObject([{ path: '/years/2023/revenue', problem: '企业 2024 年成立，2023 年不适用。' }])
  })

  test('数字自己没有来源时，用所在年度或所在项目的来源和佐证', () => {
    const made = accepted(
      put(
        entry('/years/2025', null, { source: 'audited', datedOn: '2026-03-20', evidence: ['e1'] }),
        entry('/years/2025/revenue', '1', { unit: 'wan' }),
        entry('/years/2025/employees', '120', { source: 'social-insurance', evidence: ['e2'] }),
        entry('/product/keyField', 'true'),
      ),
    )
    expect(made.sources['/years/2025/revenue']).toMatchObject({
      source: 'audited',
      datedOn: '2026-03-20',
      evidence: ['e1'],
    })
    expect(made.sources['/years/2025/employees']).toMatchObject({ source: 'social-insurance', evidence: ['e2'] })
    expect(made.sources['/product/keyField']).toMatchObject({ source: 'declared', evidence: [] })
  })
})

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'true',
    'false',
    'none',
    '1',
    '12.5',
    '2024-02-29',
    '-3',
    '',
    'national',
    'top500',
    'US',
    'invention-patent',
  ),
)

const paths = [
  ...allFields.flatMap(({ path }) =>
    path.includes('{year}') ? [pathOf(path, 2023), pathOf(path, 2025)] : [pathOf(path, a, b), pathOf(path, b, a)],
  ),
  ...allLists.flatMap(({ path }) => [pathOf(path, a), `${pathOf(path, a)}/${b}`, `${pathOf(path, b)}/${a}`]),
]

describe('性质', () => {
  test('不论填了什么，汇成的事实都符合评价的输入要求', () => {
    const written = fc.array(
      fc.record({
        path: fc.constantFrom(...paths),
        raw: fc.option(texts),
        unit: fc.constantFrom('yuan' as const, 'wan' as const, null),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(written, (list) => {
        const byPath = new Map(list.map(({ path, raw, unit }) => [path, entry(path, raw, { unit })]))
        accepted(put(...byPath.values()))
      }),
      { numRuns: 500 },
    )
  })

  test('拆开再汇总，得回同样的事实', () => {
    const facts = {
      asOf,
      application: 'new',
      enterprise: {
        name: identity.name,
        uscc: identity.uscc,
        usccConfirmed: false,
        authority: '410300',
        industry: '3453',
        registeredInHenan: true,
        marketEnteredOn: '2014-03-01' as Day,
        incidents: [{ kind: 'tax', on: '2020-01-01' }],
      },
      years: [
        { year: 2024, revenue: '880.123456', netProfit: '-3.5', employees: 120 },
        { year: 2025, basis: 'single', revenue: '1001' },
      ],
      intellectualProperty: [
        { kind: 'invention-patent', transferredInOn: null, overseasFamily: [{ office: 'EP', examined: true }] },
        { kind: 'software-copyright', overseasFamily: [] },
      ],
      scienceAwards: [],
      equityFinancing: [{ paidInOn: '2025-03-01', amount: '600', qualifiedInvestor: true, dilution: '12' }],
      product: { chainRole: 'none', marketShare: '12.5' },
      management: { digitalLevel: 2 },
    }
    let next = 0
    const newId = () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`
    const entries = takeApart(facts, newId).map(({ path, raw, unit }) => entry(path, raw, { unit }))
    const { basis: _, ...lastYear } = facts.years[1] as (typeof facts.years)[number]
    expect(accepted(put(...entries)).facts).toEqual({ ...facts, years: [facts.years[0], lastYear] })
    expect(entries.map(({ path }) => path)).toContain('/years/2025/basis')
  })
})
