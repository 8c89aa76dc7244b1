import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Edition, loadEdition } from '../../regime/evaluation/edition.ts'
import { movementOf } from '../../regime/evaluation/effect/matrix.ts'
import { judge } from '../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { parseDay } from '../../regime/kernel/day.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { putBatch } from '../../test/listed.ts'
import { type PutFirm, putAgain, putPopulation } from '../../test/population.ts'
import { getHouseEdition } from '../law/law.ts'
import { readLaw } from '../law/readLaw.ts'
import { type EffectState, openEffects } from './effects.ts'

const before = getHouseEdition(readLaw(), 'miit-2022-63/innovative')
const stricter = (line: number): Edition =>
  loadEdition({
    ...before.documents,
    standard: JSON.parse(
      JSON.stringify(before.documents.standard).replace(
        '"score":"total","at-least":60',
        `"score":"total","at-least":${line}`,
      ),
    ),
  })
const after = stricter(75)
const asOf = parseDay('2024-06-01')
const FIRMS = 1_500

describe('R8.2 B4 新版本对全省已提交企业的影响（第八条）', () => {
  let database: TestDatabase
  let firms: readonly PutFirm[]

  beforeAll(async () => {
    database = await testDatabase()
    firms = await putPopulation(database.db, await putBatch(database.db), FIRMS)
  })
  afterAll(() => database.close())

  const ready = (state: EffectState) => {
    if (state.state !== 'ready') throw new Error('still computing')
    return state.effect
  }
  const ask = (scope: 'province/410000' | 'authority/410300' | 'public' = 'province/410000', of = after) =>
    openEffects({ patience: 60_000 }).ask(database.db, scope, { before, after: of, asOf })
  const outcomes = ({ standard }: Edition, of: readonly PutFirm[]) =>
    of.map(({ facts }) => judge(standard, parseFacts({ ...facts, asOf })).result.outcome)

  test('与逐家重新评价的结果完全一致，十九个地区都在', async () => {
    const effect = ready(await ask())
    const [was, is] = [outcomes(before, firms), outcomes(after, firms)]
    const lost = was.filter((outcome, at) => outcome === 'met' && is[at] === 'unmet').length
    expect(lost).toBeGreaterThan(10)
    expect(movementOf(effect.total)).toMatchObject({ firms: FIRMS, lost, gained: 0 })
    expect(effect.places).toHaveLength(19)
    expect(effect.unreadable).toBe(0)
    expect(effect.turned).toHaveLength(lost)
    const [first] = effect.turned
    expect(firms.find(({ enterprise }) => enterprise === first?.id)).toMatchObject({
      authority: first?.authority,
      case: first?.case,
    })
  })

  test('R5.2 只按各自看得到的企业计算：地方只有本地，公众一家也没有', async () => {
    const local = ready(await ask('authority/410300'))
    expect(local.places.map(({ authority }) => authority)).toEqual(['410300'])
    expect(local.firms).toBe(firms.filter(({ authority }) => authority === '410300').length)
    expect(ready(await ask('public')).firms).toBe(0)
  })

  test('一家企业只计最近一次提交；新的提交使结果更新', async () => {
    const effects = openEffects({ patience: 60_000 })
    const question = { before, after, asOf }
    const first = ready(await effects.ask(database.db, 'province/410000', question))
    expect(ready(await effects.ask(database.db, 'province/410000', question))).toBe(first)
    const met = firms[outcomes(before, firms).indexOf('met')] as PutFirm
    await putAgain(database.db, met, { asOf, years: [] }, '2024-06-02T02:00:00.000Z')
    const second = ready(await effects.ask(database.db, 'province/410000', question))
    expect(second.firms).toBe(FIRMS)
    expect(movementOf(second.total).metBefore).toBe(movementOf(first.total).metBefore - 1)
  })

  test('等不及的先得到进度，计算继续，再问就有结果；同时问的只算一次', async () => {
    const effects = openEffects({ patience: 0 })
    const question = { before, after: stricter(80), asOf }
    const [one, two] = await Promise.all([1, 2].map(() => effects.ask(database.db, 'province/410000', question)))
    expect([one?.state, two?.state]).toEqual(['computing', 'computing'])
    await expect
      .poll(async () => (await effects.ask(database.db, 'province/410000', question)).state, { timeout: 60_000 })
      .toBe('ready')
  })

  test('换一个评价日期，上一年度随之改变，数据不足的企业转为待定', async () => {
    const later = await openEffects({ patience: 60_000 }).ask(database.db, 'province/410000', {
      before,
      after,
      asOf: parseDay('2026-06-01'),
    })
    const { total } = ready(later)
    expect(movementOf(total).metBefore).toBeLessThan(movementOf(ready(await ask()).total).metBefore)
    expect(total.undetermined.undetermined).toBeGreaterThan(0)
  })

  test('读不懂的事实单独计数，不影响其他企业', async () => {
    await putAgain(database.db, firms[7] as PutFirm, { asOf, unknownKey: 1 }, '2024-06-03T02:00:00.000Z')
    const effect = ready(await ask())
    expect(effect).toMatchObject({ unreadable: 1, firms: FIRMS - 1 })
  })

  test('计算出错后可以再试', async () => {
    const effects = openEffects({ patience: 60_000 })
    const broken = { ...after, standard: { ...after.standard, definition: { ...after.standard.definition } } }
    Object.assign(broken.standard.definition, { conditions: null })
    await expect(effects.ask(database.db, 'province/410000', { before, after: broken, asOf })).rejects.toThrow()
    expect((await effects.ask(database.db, 'province/410000', { before, after, asOf })).state).toBe('ready')
  })
})
