import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { putBatch } from '../../test/listed.ts'
import { putPopulation } from '../../test/population.ts'
import { correctedReading, notice, replaced } from '../../test/uploads.ts'

const FIRMS = 800
const AS_OF = '2024-06-01'

describe('R8.2 B4 新版本的影响：接口', () => {
  let house: TestApp
  let province: Visitor
  let local: Visitor
  let corrected: string
  let overlay: string

  const officer = async (login: string, authority: AuthorityCode, role: 'handler' | 'leader'): Promise<Visitor> => {
    await house.account({ login, name: '省办', officer: { authority, roles: [role] } })
    const visitor = house.visitor()
    await visitor.login(login)
    return visitor
  }
  const handIn = async (files: readonly { name: string; text: string }[]): Promise<string> => {
    const { editions } = await province.client.editions.handIn({
      body: { files: [...files], note: '按演示文号提交，供测试' },
    })
    return editions[0] as string
  }

  beforeAll(async () => {
    house = await testApp()
    province = await officer('sheng@gov.cn', '410000', 'handler')
    local = await officer('luoyang@gov.cn', '410300', 'handler')
    await putPopulation(house.database.db, await putBatch(house.database.db), FIRMS)
    const [file] = correctedReading()
    // The line moves from 60 to 75 points, and the floor of growth from 15 to 10.
    corrected = await handIn([
      {
        name: 'innovative.yaml',
        text: replaced(file?.text ?? '', 'score: total, at-least: 60', 'score: total, at-least: 75'),
      },
    ])
    overlay = await handIn([notice()])
  })
  afterAll(() => house.close())

  const effectOf = async (edition: string, query: object = { asOf: AS_OF }, who = province) => {
    for (;;) {
      const answer = await who.client.effects.of({ params: { edition }, query })
      if (answer.state === 'ready') return answer
    }
  }
  const firmsOf = async (edition: string, query: object = {}) => {
    await effectOf(edition)
    const answer = await province.client.effects.firms({ params: { edition }, query: { asOf: AS_OF, ...query } })
    if (answer.state !== 'ready') throw new Error('the effect was computed')
    return answer
  }

  test('待批的版本与现行版本比较：家数、地区、行业、原因都有，写明以什么为准', async () => {
    const effect = await effectOf(corrected)
    expect(effect).toMatchObject({
      asOf: AS_OF,
      upTo: '2024-06-01T02:00:00.000Z',
      firms: FIRMS,
      unreadable: 0,
      before: { standard: 'miit-2022-63/innovative', title: '创新型中小企业评价标准' },
      after: { standard: 'miit-2022-63/innovative' },
    })
    expect(effect.before.edition).not.toBe(effect.after.edition)
    expect(effect.total.met.unmet).toBeGreaterThan(0)
    expect(effect.places).toHaveLength(19)
    expect(effect.industries.map(({ industry }) => industry)).toEqual(['01', '27', '35', '39', '65'])
    expect(effect.causes[0]).toMatchObject({ kind: 'condition', id: 'S', name: '评价得分和三个分项下限' })
    expect(effect.turned).toBe(effect.listed)
  })

  test('名单按变化和地区查看，逐页取完，每家写明原因', async () => {
    const effect = await effectOf(corrected)
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Awaited<ReturnType<typeof firmsOf>> = await firmsOf(corrected, after ? { after } : {})
      seen.push(...page.firms.map(({ enterprise }) => enterprise))
      after = page.next
    }
    expect(new Set(seen).size).toBe(effect.turned)
    expect(seen).toHaveLength(effect.turned)
    const lost = await firmsOf(corrected, { movement: 'lost', authority: '410100' })
    expect(lost.firms.length).toBe(effect.places.find(({ authority }) => authority === '410100')?.matrix.met.unmet)
    for (const firm of lost.firms) {
      expect(firm).toMatchObject({ authority: '410100', before: 'met', after: 'unmet' })
      expect(firm.because).toContainEqual({ kind: 'condition', id: 'S', name: '评价得分和三个分项下限' })
    }
  })

  test('附加条件按所适用的标准计算：只会减少通过的企业', async () => {
    const effect = await effectOf(overlay)
    expect(effect.before.standard).toBe('miit-2022-63/innovative')
    expect(effect.total.unmet).toEqual({ unmet: effect.total.unmet.unmet, undetermined: 0, met: 0 })
    await expect(effectOf(overlay, { upon: 'miit-2022-63/specialised' })).rejects.toMatchObject({
      status: 409,
      code: 'edition.nothing-before',
    })
  })

  test('不写日期按今天评价', async () => {
    expect((await effectOf(corrected, {})).asOf).toBe('2026-09-01')
  })

  test('R5.2 只有省厅能看：地方主管部门、企业、公众都不能；没有的版本查不到', async () => {
    await expect(effectOf(corrected, {}, local)).rejects.toMatchObject({ code: 'act.not-your-jurisdiction' })
    await expect(effectOf(corrected, {}, house.visitor())).rejects.toMatchObject({ code: 'session.required' })
    await house.account({ login: 'firm@example.com' })
    const person = house.visitor()
    await person.login('firm@example.com')
    await expect(effectOf(corrected, {}, person)).rejects.toMatchObject({ code: 'session.not-admitted' })
    await expect(effectOf('0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f0001')).rejects.toMatchObject({ code: 'edition.not-found' })
  })
})
