import { describe, expect, test } from 'vitest'
import { FactsRefusal } from './facts-refusal.ts'
import { parseFacts } from './parse-facts.ts'

const refusalOf = (value: unknown): FactsRefusal => {
  try {
    parseFacts(value)
  } catch (refusal) {
    if (refusal instanceof FactsRefusal) return refusal
    throw refusal
  }
  throw new Error('accepted')
}

const asOf = '2024-06-01'
const year = (given: object): object => ({ asOf, years: [{ year: 2023, ...given }] })

describe('事实进门：接受', () => {
  test('只有 asOf 必填，其余缺少或为 null 都是未知', () => {
    const facts = parseFacts({ asOf, application: null, years: null })
    expect(facts).toMatchObject({ asOf, application: null, years: null, enterprise: null, titles: null })
  })

  test('空列表是确知没有，不是未知', () => {
    expect(parseFacts({ asOf, honours: [] }).honours).toEqual([])
  })

  test('transferredInOn：没有这个键是未知，null 是不曾转让', () => {
    const [unknown, never, day] =
      parseFacts({
        asOf,
        intellectualProperty: [
          { kind: 'new-drug' },
          { kind: 'new-drug', transferredInOn: null },
          { kind: 'new-drug', transferredInOn: '2023-01-01' },
        ],
      }).intellectualProperty ?? []
    expect([unknown, never, day].map((right) => right?.transferredInOn)).toEqual([null, 'never', '2023-01-01'])
  })

  test('只有净利润可以为负；金额到分，超过 2 的 53 次方也一分不差', () => {
    const facts = parseFacts(year({ netProfit: '-0.000001', revenue: '999999999999.999999' }))
    expect(facts.years?.[0]).toMatchObject({ netProfit: -1, revenue: 999999999999999999n })
  })

  test('校验码不符而主管部门已核验营业执照（usccConfirmed）', () => {
    const uscc = '91410100DEM000014Q'
    expect(parseFacts({ asOf, enterprise: { uscc, usccConfirmed: true } }).enterprise?.uscc).toBe(uscc)
  })

  test('2024 年 2 月 29 日存在', () => {
    expect(parseFacts({ asOf: '2024-02-29' }).asOf).toBe('2024-02-29')
  })

  test('金额和百分比前面的零不改变数值，都不拒绝', () => {
    const facts = parseFacts({ asOf, product: { marketShare: '00012.5' }, years: [{ year: 2023, revenue: '0012.5' }] })
    expect(facts.product?.marketShare).toBe(12_500_000)
    expect(facts.years?.[0]?.revenue).toBe(12_500_000)
  })

  test('有效期终止早于起始、各日期晚于申报日都不拒绝', () => {
    expect(() =>
      parseFacts({
        asOf,
        titles: [{ tier: 'innovative', validFrom: '2030-01-01', validTo: '2020-01-01' }],
        scienceAwards: [{ level: 'national', on: '2099-01-01' }],
      }),
    ).not.toThrow()
  })
})

const bomb = (depth: number): unknown => {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

describe('事实进门：拒绝，说明在哪里、错在哪里、应是什么', () => {
  test.each<[name: string, value: unknown, pointer: string, message: string | RegExp]>([
    ['整个输入不是对象', [], '', '列表'],
    ['整个输入是 null', null, '', 'null'],
    ['缺少 asOf', {}, '/asOf', '缺少必填项'],
    ['asOf 为 null', { asOf: null }, '/asOf', '缺少必填项'],
    ['不认识的键', { asOf, revenue: '1' }, '/revenue', '不认识的键'],
    ['名为 __proto__ 的键', JSON.parse('{"asOf":"2024-06-01","__proto__":{}}'), '/__proto__', '不认识的键'],
    ['键里的 / 和 ~ 按 RFC 6901 转写', { asOf, 'a/b~': 1 }, '/a~1b~0', '不认识的键'],
    ['不存在的日期 2023-02-29', { asOf: '2023-02-29' }, '/asOf', 'YYYY-MM-DD'],
    ['不存在的日期 2024-04-31', { asOf: '2024-04-31' }, '/asOf', 'YYYY-MM-DD'],
    ['日期带时间', { asOf: '2024-06-01T00:00:00Z' }, '/asOf', 'YYYY-MM-DD'],
    ['日期是数字', { asOf: 20240601 }, '/asOf', '数字 20240601'],
    ['申请类型不在选项内', { asOf, application: 'NEW' }, '/application', 'new、renewal'],
    ['金额写成数字', year({ revenue: 6250 }), '/years/0/revenue', '万元'],
    ['金额七位小数', year({ revenue: '1.0000001' }), '/years/0/revenue', '6 位'],
    ['金额小数点前 13 位', year({ revenue: '1234567890123' }), '/years/0/revenue', '12 位'],
    ['不可能为负的金额', year({ rdExpense: '-1' }), '/years/0/rdExpense', '不得为负'],
    ['负零也不行', year({ totalAssets: '-0' }), '/years/0/totalAssets', '不得为负'],
    ['金额带千分位', year({ revenue: '1,000' }), '/years/0/revenue', '“1,000”'],
    ['金额科学计数', year({ revenue: '1e3' }), '/years/0/revenue', '“1e3”'],
    ['金额 NaN', year({ revenue: Number.NaN }), '/years/0/revenue', 'NaN'],
    ['金额带正号', year({ revenue: '+1' }), '/years/0/revenue', '“+1”'],
    ['金额没有整数部分', year({ revenue: '.5' }), '/years/0/revenue', '“.5”'],
    ['金额小数点后没有数字', year({ revenue: '1.' }), '/years/0/revenue', '“1.”'],
    ['金额是空文字', year({ revenue: '' }), '/years/0/revenue', '“”'],
    ['金额是真假值', year({ revenue: true }), '/years/0/revenue', '不接受 true'],
    ['净利润两个负号', year({ netProfit: '--1' }), '/years/0/netProfit', '可为负'],
    ['金额全角数字', year({ revenue: '１' }), '/years/0/revenue', '“１”'],
    ['金额前后有空格', year({ revenue: ' 1' }), '/years/0/revenue', '“ 1”'],
    ['人数是小数', year({ employees: 1.5 }), '/years/0/employees', '整数'],
    ['人数为负', year({ employees: -1 }), '/years/0/employees', '整数'],
    ['人数是文字', year({ employees: '120' }), '/years/0/employees', '文字“120”'],
    ['人数超出精确整数', year({ employees: 2 ** 53 }), '/years/0/employees', '整数'],
    ['年度重复', { asOf, years: [{ year: 2023 }, { year: 2022 }, { year: 2023 }] }, '/years/2/year', '2023 年重复'],
    ['年度缺少 year', { asOf, years: [{}] }, '/years/0/year', '缺少必填项'],
    ['得分年度重复', { asOf, platformScores: [{ year: 2026 }, { year: 2026 }] }, '/platformScores/1/year', '重复'],
    ['列表项为 null', { asOf, honours: [null] }, '/honours/0', 'null'],
    ['列表写成对象', { asOf, honours: {} }, '/honours', '列表'],
    ['知识产权缺少 kind', { asOf, intellectualProperty: [{}] }, '/intellectualProperty/0/kind', '缺少必填项'],
    [
      '知识产权种类不识',
      { asOf, intellectualProperty: [{ kind: 'trademark' }] },
      '/intellectualProperty/0/kind',
      'trademark',
    ],
    ['奖励缺少 level', { asOf, scienceAwards: [{ on: asOf }] }, '/scienceAwards/0/level', '缺少必填项'],
    ['研发机构缺少 level', { asOf, rdInstitutions: [{ recognised: true }] }, '/rdInstitutions/0/level', '缺少必填项'],
    ['必填项为 null', { asOf, titles: [{ tier: null }] }, '/titles/0/tier', '缺少必填项'],
    ['得分缺少 year', { asOf, platformScores: [{ score: '60' }] }, '/platformScores/0/year', '缺少必填项'],
    ...['enterprise', 'product', 'management', 'localFeature'].map((key): [string, unknown, string, string] => [
      `${key} 里不认识的键`,
      { asOf, [key]: { no: 1 } },
      `/${key}/no`,
      '不认识',
    ]),
    ...(
      [
        ['years', { year: 2023 }],
        ['intellectualProperty', { kind: 'new-drug' }],
        ['scienceAwards', { level: 'national' }],
        ['honours', { kind: 'ip-advantage' }],
        ['rdInstitutions', { level: 'national' }],
        ['equityFinancing', {}],
        ['makerContest', { list: 'top50' }],
        ['platformScores', { year: 2023 }],
        ['titles', { tier: 'innovative' }],
      ] as const
    ).map(([key, entry]): [string, unknown, string, string] => [
      `${key} 的项里不认识的键`,
      { asOf, [key]: [{ ...entry, no: null }] },
      `/${key}/0/no`,
      '不认识',
    ]),
    ['大赛缺少 list', { asOf, makerContest: [{}] }, '/makerContest/0/list', '缺少必填项'],
    ['称号缺少 tier', { asOf, titles: [{}] }, '/titles/0/tier', '缺少必填项'],
    ['荣誉缺少 kind', { asOf, honours: [{}] }, '/honours/0/kind', '缺少必填项'],
    ['事故缺少 kind', { asOf, enterprise: { incidents: [{}] } }, '/enterprise/incidents/0/kind', '缺少必填项'],
    [
      '同族机构代码不在 ISO 3166',
      { asOf, intellectualProperty: [{ kind: 'new-drug', overseasFamily: [{ office: 'XX' }] }] },
      '/intellectualProperty/0/overseasFamily/0/office',
      'ISO 3166',
    ],
    [
      '同族机构代码小写',
      { asOf, intellectualProperty: [{ kind: 'new-drug', overseasFamily: [{ office: 'us' }] }] },
      '/intellectualProperty/0/overseasFamily/0/office',
      '“us”',
    ],
    ['百分比超过 1000', { asOf, product: { marketShare: '1000.000001' } }, '/product/marketShare', '0 至 1000'],
    ['百分比写成数字', { asOf, product: { marketShare: 12.5 } }, '/product/marketShare', '数字 12.5'],
    ['百分比为负', { asOf, equityFinancing: [{ dilution: '-1' }] }, '/equityFinancing/0/dilution', '0 至 1000'],
    ['百分比七位小数', { asOf, product: { marketShare: '12.5000001' } }, '/product/marketShare', '6 位'],
    ['百分比负零', { asOf, product: { marketShare: '-0' } }, '/product/marketShare', '0 至 1000'],
    ['平台得分写成数字', { asOf, platformScores: [{ year: 2024, score: 60 }] }, '/platformScores/0/score', '数字 60'],
    ['数字化水平超过四级', { asOf, management: { digitalLevel: 5 } }, '/management/digitalLevel', '0 至 4'],
    ['地方特色指标超过 15 分', { asOf, localFeature: { points: 16 } }, '/localFeature/points', '0 至 15'],
    [
      '是非写成文字',
      { asOf, enterprise: { registeredInHenan: 'true' } },
      '/enterprise/registeredInHenan',
      'true 或 false',
    ],
    ['主管部门代码写成省级', { asOf, enterprise: { authority: '410000' } }, '/enterprise/authority', '十九个'],
    ['行业代码一位', { asOf, enterprise: { industry: '3' } }, '/enterprise/industry', '2 至 4 位'],
    ['行业代码带门类字母', { asOf, enterprise: { industry: 'C35' } }, '/enterprise/industry', '2 至 4 位'],
    ['统一社会信用代码校验码不符', { asOf, enterprise: { uscc: '91410100DEM000014Q' } }, '/enterprise/uscc', '应为“P”'],
    [
      '统一社会信用代码含字母 O',
      { asOf, enterprise: { uscc: '91410100DEM00001O4' } },
      '/enterprise/uscc',
      '第 17 位“O”',
    ],
    ['统一社会信用代码长度不对', { asOf, enterprise: { uscc: '914101' } }, '/enterprise/uscc', '18 位'],
    ['一兆字的文字', { asOf, enterprise: { name: 'a'.repeat(1_000_000) } }, '/enterprise/name', '共 1000000 字'],
    ['一兆字的键', { asOf, ['k'.repeat(1_000_000)]: 1 }, `/${'k'.repeat(80)}…`, '不认识的键'],
    ['一兆字的金额', year({ revenue: '9'.repeat(1_000_000) }), '/years/0/revenue', '共 1000000 字'],
    ['名称里的半个字符（孤立代理项）', { asOf, enterprise: { name: '\ud800' } }, '/enterprise/name', '企业名称'],
    ['层层嵌套', { asOf, honours: bomb(100_000) }, '/honours/0', '列表'],
    [
      '一万零一项',
      { asOf, honours: Array.from({ length: 10_001 }, () => ({ kind: 'ip-advantage' })) },
      '/honours',
      '至多 10000 项',
    ],
    [
      '海外同族合计超过十万项',
      {
        asOf,
        intellectualProperty: Array.from({ length: 1_001 }, () => ({
          kind: 'invention-patent',
          overseasFamily: Array.from({ length: 100 }, () => ({})),
        })),
      },
      '/intellectualProperty',
      '合计至多 100000 项',
    ],
    [
      '换行和控制字符不照样印出',
      { asOf, application: 'new\n\u001b[2J\u202e' },
      '/application',
      '“new\\u000a\\u001b[2J\\u202e”',
    ],
  ])('%s', (_name, value, pointer, message) => {
    const refusal = refusalOf(value)
    expect(refusal.pointer).toBe(pointer)
    expect(refusal.message).toMatch(message)
    expect(refusal.message.length).toBeLessThan(1_000)
  })
})
