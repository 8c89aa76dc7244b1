import { describe, expect, test } from 'vitest'
import { loadStandards, loadStandardTexts, readStandardTexts, StandardFileRefusal } from './load.ts'

const texts = readStandardTexts(import.meta.dirname)
const INNOVATIVE = 'miit-2022-63/innovative.yaml'
const SPECIALISED = 'miit-2022-63/specialised.yaml'
const GIANT = 'miit-2022-63/little-giant.yaml'
const SIZE = 'sme-size-2011-300/industries.yaml'
const TERMS = 'miit-2022-63/terms.yaml'

const refusalOf = (file: string, from: string, to: string): StandardFileRefusal => {
  const text = texts[file] ?? ''
  expect(text, `${file} 应含 ${from}`).toContain(from)
  try {
    loadStandardTexts({ ...texts, [file]: text.replace(from, to) })
  } catch (refusal) {
    if (refusal instanceof StandardFileRefusal) return refusal
    throw refusal
  }
  throw new Error('accepted')
}

const lineOf = (file: string, text: string): number => (texts[file] ?? '').split(text)[0]?.split('\n').length ?? 0

test('六个标准都能装入，依次为三层、两版、参评条件', () => {
  expect(loadStandards().map(({ id }) => id)).toEqual([
    'miit-2022-63/innovative',
    'miit-2022-63/specialised',
    'miit-2022-63/little-giant',
    'miit-2026-2/specialised',
    'miit-2026-2/little-giant',
    'henan-2023-131/eligibility',
  ])
})

/** A few lines that would unfold to hundreds of millions of entries. */
const bomb = `[${[...'abcdefghi'].reduce(
  (made, name, at, all) =>
    `${made}${at > 0 ? ', ' : ''}&${name} [${Array(9)
      .fill(at > 0 ? `*${all[at - 1]}` : 'x')
      .join(', ')}]`,
  '',
)}]`

// Where a fault is named on another line than it was made: the block it belongs to, the band beside it, the later edition.
const elsewhere: { readonly [name: string]: readonly [file: string, words: string] } = {
  各档之间有空隙: [INNOVATIVE, '{ option: B, points: 15, from: 3%, to: 5% }'],
  两档重叠: [INNOVATIVE, '{ option: B, points: 15, from: 3%, to: 5% }'],
  起点高于终点的档: [INNOVATIVE, '{ option: B, points: 15, from: 3%, to: 5% }'],
  整数指标的一档被两边吃掉: [SPECIALISED, '{ option: A, points: 5, from: 3级'],
  各类满分加不成总满分: [INNOVATIVE, 'cap: 100'],
  满分得不到: [INNOVATIVE, 'bands:'],
  缺少依据: [INNOVATIVE, '- id: I2'],
  同一条件两个比较: [INNOVATIVE, '- id: D4'],
  对结论没有作用的条件: [INNOVATIVE, '- id: D4'],
  条件引用自己: [GIANT, '- id: L4\n'],
  指标须写明年度: [INNOVATIVE, 'metric: rd-intensity'],
  两版同时施行: ['miit-2026-2/specialised.yaml', 'in-force:'],
  划型漏掉一个大类: [SIZE, 'divisions:'],
  划型未覆盖的漏掉一个大类: [SIZE, 'divisions:'],
  划型一个行业两个结论: [SIZE, 'industries:'],
  引用展开过多: [INNOVATIVE, ''],
  '不是 YAML': [INNOVATIVE, 'dimensions:'],
}

describe('装入标准时拒绝，写明文件、行和原因', () => {
  test.each<[name: string, file: string, from: string, to: string, problem: RegExp]>([
    [
      '各档之间有空隙',
      INNOVATIVE,
      '{ option: C, points: 10, from: 2%, to: 3% }',
      '{ option: C, points: 10, from: 2%, to: 2.9% }',
      /2\.9% 与 3% 之间有空隙/,
    ],
    [
      '最低一档以下有空隙',
      INNOVATIVE,
      '{ option: E, points: 0, to: 1% }',
      '{ option: E, points: 0, from: 0.5%, to: 1% }',
      /0\.5% 以下没有任何一档/,
    ],
    [
      '最高一档以上有空隙',
      INNOVATIVE,
      '{ option: A, points: 20, from: 5% }',
      '{ option: A, points: 20, from: 5%, to: 90% }',
      /90% 以上没有任何一档/,
    ],
    [
      '两档重叠',
      INNOVATIVE,
      '{ option: C, points: 10, from: 2%, to: 3% }',
      '{ option: C, points: 10, from: 2%, to: 4% }',
      /重叠：同一数值会落入两档/,
    ],
    [
      '起点高于终点的档',
      INNOVATIVE,
      '{ option: C, points: 10, from: 2%, to: 3% }',
      '{ option: C, points: 10, from: 3%, to: 2% }',
      /永远达不到|重叠|空隙/,
    ],
    [
      '整数指标的一档被两边吃掉',
      SPECIALISED,
      '{ option: B, points: 3, from: 2级, to: 3级, label: 二级 }',
      '{ option: B, points: 3, from: 3级, to: 3级, label: 二级 }',
      /空隙|永远达不到/,
    ],
    [
      '选项永远达不到',
      INNOVATIVE,
      'where: { class: one, self-developed: true }',
      'where: { class: one, high-value: true, self-developed: true }',
      /永远达不到/,
    ],
    [
      '分值超过满分',
      INNOVATIVE,
      '{ option: A, points: 20, from: 5% }',
      '{ option: A, points: 25, from: 5% }',
      /25 分超过满分 20 分/,
    ],
    [
      '满分得不到',
      INNOVATIVE,
      '{ option: A, points: 20, from: 5% }',
      '{ option: A, points: 19, from: 5% }',
      /没有一档能得到满分/,
    ],
    ['指标满分加不成本类满分', INNOVATIVE, 'cap: 40', 'cap: 45', /各指标满分之和 40 分，与本类满分 45 分不符/],
    ['各类满分加不成总满分', INNOVATIVE, '\ncap: 100', '\ncap: 110', /各类满分之和 100 分，与总满分 110 分不符/],
    ['缺少依据', INNOVATIVE, '        cite: 附件1 二（一）2\n', '', /缺少依据（cite）/],
    ['不认识的指标', INNOVATIVE, 'metric: rd-intensity', 'metric: rd-intensty', /不认识的指标“rd-intensty”/],
    ['单位不符', INNOVATIVE, 'at-least: 500万元', 'at-least: 500项', /单位不符/],
    ['没有单位', INNOVATIVE, 'at-least: 500万元', 'at-least: 500', /带单位的数/],
    ['同一条件两个比较', INNOVATIVE, 'at-least: 500万元', 'at-least: 500万元\n    at-most: 900万元', /会得出两个结论/],
    ['编号重复', INNOVATIVE, '- id: I4', '- id: I3', /编号“I3”重复/],
    ['引用不存在的条件', INNOVATIVE, '{ condition: D4 }', '{ condition: D5 }', /没有这一条件：“D5”/],
    ['对结论没有作用的条件', INNOVATIVE, '    - { condition: D4 }\n', '', /条件“D4”对结论没有作用/],
    ['条件引用自己', GIANT, '          - { condition: L4c }', '          - { condition: L4 }', /循环引用|没有作用/],
    [
      '达不到的下限',
      INNOVATIVE,
      '{ score: growth, at-least: 15,',
      '{ score: growth, at-least: 31,',
      /31 分超过满分 30 分/,
    ],
    [
      '加不出的下限',
      INNOVATIVE,
      '{ score: growth, at-least: 15,',
      '{ score: growth, at-least: 14,',
      /各指标加不出 14 分，与 15 分没有区别，应写 15 分/,
    ],
    ['不认识的键', INNOVATIVE, 'aim:', 'goal:', /不认识的键“goal”/],
    ['指标须写明年度', INNOVATIVE, '        year: Y-1\n', '', /须写明 year/],
    ['不存在的年度', INNOVATIVE, 'year: Y-1', 'year: Y-4', /Y、Y-1、Y-2 或 Y-3/],
    ['where 里不认识的键', INNOVATIVE, 'where: { class: two }', 'where: { clas: two }', /where 不认识“clas”/],
    ['两版同时施行', SPECIALISED, 'to: 2026-03-31', 'to: 2026-04-01', /同一层次会有两个标准/],
    ['终止早于起始', SPECIALISED, 'to: 2026-03-31', 'to: 2021-03-31', /终止日早于起始日/],
    ['编号与文件不符', INNOVATIVE, 'id: miit-2022-63/innovative', 'id: miit-2022-63/other', /与文件/],
    ['不是 YAML', INNOVATIVE, 'cap: 100', 'cap: [100', /不是正确的 YAML/],
    ['同一键写了两次', INNOVATIVE, 'aim:', 'id: x\naim:', /同一处写了两个相同的键/],
    ['引用展开过多', INNOVATIVE, '\naim:', `\nx: ${bomb}\naim:`, /引用（\*）指向自身或展开过多/],
    ['口径文件缺少一节', TERMS, 'contest:', 'contests:', /不认识的键“contests”/],
    [
      '口径里不存在的知识产权种类',
      TERMS,
      'inventions: [invention-patent, defence-patent]',
      'inventions: [invention]',
      /应为：invention-patent/,
    ],
    ['划型漏掉一个大类', SIZE, "prefixes: ['52']", "prefixes: ['98']", /行业代码 98 不在行业分类的大类 01 至 97 之内/],
    ['划型未覆盖的漏掉一个大类', SIZE, "'69', '704'", "'705', '704'", /大类 69 既不在某一行，也未列为未覆盖，有空隙/],
    ['划型一个行业两个结论', SIZE, "prefixes: ['52']", "prefixes: ['51']", /行业代码 51 出现两次，会得出两个结论/],
    ['口径里的数没有单位', TERMS, 'longer-than: 2年', 'longer-than: 2', /整年数/],
  ])('%s', (name, file, from, to, problem) => {
    const refusal = refusalOf(file, from, to)
    expect(refusal.problem).toMatch(problem)
    expect(refusal.message).toMatch(/^[a-z0-9-]+\/[a-z-]+\.yaml:\d+ /)
    const [place, words] = elsewhere[name] ?? [file, from]
    expect([refusal.file, refusal.line]).toEqual([place, lineOf(place, words)])
  })

  test('行号指向出错之处', () => {
    const band = '{ option: C, points: 10, from: 2%, to: 3% }'
    const refusal = refusalOf(INNOVATIVE, band, '{ option: C, points: 30, from: 2%, to: 3% }')
    expect([refusal.file, refusal.line]).toEqual([INNOVATIVE, lineOf(INNOVATIVE, band)])
    const term = refusalOf(TERMS, 'longer-than: 2年', 'longer-than: 2')
    expect([term.file, term.line]).toEqual([TERMS, lineOf(TERMS, 'longer-than: 2年')])
  })
})

test('每个标准的摘要都不同，改动口径即改变摘要', () => {
  const before = loadStandards().map(({ edition }) => edition)
  expect(new Set(before).size).toBe(before.length)
  const changed = loadStandardTexts({
    ...texts,
    [TERMS]: (texts[TERMS] ?? '').replace('dilution-at-most: 30%', 'dilution-at-most: 29%'),
  })
  expect(changed.map(({ edition }, at) => edition === before[at])).toEqual([false, false, false, true, true, true])
})
