import { describe, expect, test } from 'vitest'
import { inventFirms } from '../bench/firms.ts'
import type { Edition } from '../regime/evaluation/edition.ts'
import { type Effect, type EffectFirm, openEffect } from '../regime/evaluation/effect/effect.ts'
import { movementOf } from '../regime/evaluation/effect/matrix.ts'
import { judge } from '../regime/evaluation/evaluate.ts'
import type { Verdict } from '../regime/evaluation/explanation.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { localAuthorities } from '../regime/jurisdiction/authorities.ts'
import { firmOf } from '../test/reference/three-ways.ts'
import { loadEditionTexts, loadHouseEditions, readStandardTexts } from './load.ts'

const texts = readStandardTexts(import.meta.dirname)

/** A standard of the house with some of its text replaced: what an official proposes. */
const changed = (id: string, ...changes: readonly (readonly [from: string, to: string])[]): Edition => {
  const file = `${id}.yaml`
  const text = changes.reduce((whole, [from, to]) => {
    expect(whole, `${from} in ${file}`).toContain(from)
    return whole.replace(from, to)
  }, texts[file] as string)
  return loadEditionTexts({ ...texts, [file]: text }).find(({ standard }) => standard.id === id) as Edition
}

const find = (id: string): Edition => loadHouseEditions().find(({ standard }) => standard.id === id) as Edition

const innovative = find('miit-2022-63/innovative')

const industries = ['3562', '3911', '65', '0111', '9911']
const population = ({ standard }: Edition, count: number): readonly EffectFirm[] =>
  Array.from({ length: count }, (_none, at): EffectFirm => {
    const raw = firmOf(standard, 63_000 + at) as { readonly enterprise?: object | null }
    const industry = industries[at % industries.length]
    const facts = parseFacts({ ...raw, enterprise: { ...raw.enterprise, name: `第${at}号企业`, industry } })
    return { id: String(at).padStart(6, '0'), case: '', authority: localAuthorities[at % 19]?.code ?? '', facts }
  })

/** Firms about which everything is known, as most are that hand in. */
const known = (count: number): readonly EffectFirm[] =>
  inventFirms(count, 9).map((raw, at) => ({
    id: `known ${at}`,
    case: '',
    authority: localAuthorities[at % 19]?.code ?? '',
    facts: parseFacts(raw),
  }))

const effectOf = (before: Edition, after: Edition, firms: readonly EffectFirm[], kept = 10_000): Effect => {
  const run = openEffect(before, after, { kept })
  for (const firm of firms) run.put(firm)
  return run.finish()
}

const outcome = ({ standard }: Edition, { facts }: EffectFirm): Verdict => judge(standard, facts).result.outcome

/** Every count made again, firm by firm, by the engine that explains. */
const checkAgainstEngine = (before: Edition, after: Edition, firms: readonly EffectFirm[]): Effect => {
  const effect = effectOf(before, after, firms)
  const turns = firms.map((firm) => ({ firm, from: outcome(before, firm), to: outcome(after, firm) }))
  for (const from of ['met', 'unmet', 'undetermined'] as const)
    for (const to of ['met', 'unmet', 'undetermined'] as const) {
      const same = turns.filter((turn) => turn.from === from && turn.to === to)
      expect(effect.total[from][to], `${from} → ${to}`).toBe(same.length)
      for (const { authority, matrix } of effect.places)
        expect(matrix[from][to]).toBe(same.filter(({ firm }) => firm.authority === authority).length)
      const sum = effect.industries.reduce((all, { matrix }) => all + matrix[from][to], 0)
      expect(sum).toBe(same.length)
    }
  expect(effect.turned.map(({ id, before: was, after: is }) => [id, was, is])).toEqual(
    turns.filter(({ from, to }) => from !== to).map(({ firm, from, to }) => [firm.id, from, to]),
  )
  expect(effect.firms).toBe(firms.length)
  return effect
}

describe('R8.2 新版本对现有企业的影响（第八条）', () => {
  test('B4 提高总分线和研发强度门槛：逐家、按地区、按行业的变化与逐家评价完全一致', () => {
    const stricter = changed(
      innovative.standard.id,
      ['{ option: B, points: 15, from: 3%, to: 5% }', '{ option: B, points: 15, from: 4%, to: 5% }'],
      ['{ option: C, points: 10, from: 2%, to: 3% }', '{ option: C, points: 10, from: 2%, to: 4% }'],
      ['score: total, at-least: 60', 'score: total, at-least: 75'],
    )
    const effect = checkAgainstEngine(innovative, stricter, [...population(innovative, 1_500), ...known(3_000)])
    const { lost, gained, turned } = movementOf(effect.total)
    expect(turned).toBeGreaterThan(0)
    expect(lost).toBeGreaterThan(0)
    expect(gained).toBe(0)
    // What changed is what is named: indicator I2, and the score.
    expect(new Set(effect.causes.map(({ id }) => id))).toEqual(new Set(['I2', 'S']))
    expect(effect.causes.find(({ id }) => id === 'I2')).toMatchObject({
      kind: 'indicator',
      down: expect.any(Number),
      name: '上年度研发费用总额占营业收入总额比重',
      up: 0,
    })
    for (const firm of effect.turned) expect(firm.because.map(({ id }) => id)).toContain('S')
  })

  test.each(['miit-2022-63/specialised', 'miit-2022-63/little-giant'])(
    '%s 换为 2026 年版：与逐家评价完全一致',
    (id) => {
      const before = find(id)
      const after = find(id.replace('miit-2022-63', 'miit-2026-2'))
      const effect = checkAgainstEngine(before, after, population(before, 1_500))
      expect(effect.causes.length).toBeGreaterThan(0)
    },
  )

  test('没有计算方案的写法逐家评价，结果相同', () => {
    const odd = changed(innovative.standard.id, [
      'when: { metric: rights, where: { class: two }, at-least: 1项 }',
      'when: { metric: rights, where: { class: two }, at-least: 300项 }',
    ])
    const effect = checkAgainstEngine(innovative, odd, population(innovative, 600))
    expect(effect.exact).toBeGreaterThanOrEqual(600)
  })

  test('同一版本没有任何变化', () => {
    const effect = effectOf(innovative, innovative, population(innovative, 700))
    expect(movementOf(effect.total).turned).toBe(0)
    expect(effect).toMatchObject({ firms: 700, turned: [], causes: [] })
  })

  test('没有企业时各项为零', () => {
    expect(effectOf(innovative, innovative, [])).toMatchObject({ firms: 0, places: [], industries: [] })
  })

  test('名单有上限，计数不受影响；行业未知的单列在最后', () => {
    const firms = population(innovative, 1_200)
    const lenient = changed(innovative.standard.id, ['score: total, at-least: 60', 'score: total, at-least: 50'])
    const whole = effectOf(innovative, lenient, firms)
    const cut = effectOf(innovative, lenient, firms, 3)
    expect(cut.turned).toEqual(whole.turned.slice(0, 3))
    expect({ ...cut, turned: [] }).toEqual({ ...whole, turned: [] })
    expect(whole.industries.map(({ industry }) => industry)).toEqual(['01', '35', '39', '65', null])
  })
})
