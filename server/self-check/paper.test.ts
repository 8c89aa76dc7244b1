import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/app.ts'
import { bare, pdfPages } from '../../test/pdf-text.ts'

const standards = ['miit-2022-63/innovative', 'henan-2023-131/eligibility']
const facts = { asOf: '2026-09-01', years: [{ year: 2025, revenue: '1001', rdExpense: '50.05' }] }

describe('自测评价说明（PDF）', () => {
  let house: TestApp
  beforeAll(async () => {
    house = await testApp()
  })
  afterAll(() => house.close())

  const ask = (body: { standards: string[]; facts: Record<string, unknown> }) =>
    house.visitor().client.selfCheck.paper({ body })

  /** How many rows the whole database has. */
  const rows = async (): Promise<number> => {
    const { owner } = house.database
    const tables = await owner.query(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    )
    const counts = await Promise.all(
      tables.rows.map(({ name }) => owner.query(`select count(*)::int as count from ${name}`)),
    )
    return counts.reduce((sum, { rows: [row] }) => sum + Number(row?.count), 0)
  }

  test('R2.1 B1 不用登录，按所填数据生成，句子、算式、依据都在；什么也不保存', async () => {
    const before = await rows()
    const { type, bytes } = await ask({ standards, facts })
    const text = bare((await pdfPages(bytes)).join(''))
    expect(type).toBe('application/pdf')
    for (const said of ['2025年研发费用总额50.05万元', '=5.00%', '河南省优质中小企业参评条件', '未经核实'])
      expect(text).toContain(said)
    expect(await rows()).toBe(before)
  })

  test('数据有误，指出在哪里、应为什么；没有的标准、过大的内容不收', async () => {
    await expect(ask({ standards, facts: { ...facts, years: [{ year: 2025, revenue: 1001 }] } })).rejects.toMatchObject(
      {
        status: 422,
        code: 'facts.invalid',
        details: { pointer: '/years/0/revenue', allowed: expect.stringContaining('万元') },
      },
    )
    await expect(ask({ standards: ['miit-2099-1/none'], facts })).rejects.toMatchObject({
      status: 404,
      code: 'standard.not-found',
    })
    const long = Array.from({ length: 14_000 }, () => ({ kind: 'ic-layout' }))
    await expect(ask({ standards, facts: { ...facts, intellectualProperty: long } })).rejects.toMatchObject({
      status: 413,
      code: 'request.too-large',
    })
    let deep: unknown = 1
    for (let depth = 0; depth < 5_000; depth++) deep = [deep]
    await expect(ask({ standards, facts: { ...facts, honours: deep } })).rejects.toMatchObject({
      code: expect.stringMatching(/^(request|facts)[.]invalid$/),
    })
    await expect(
      ask({ standards, facts: { ...facts, intellectualProperty: long.slice(0, 5_000) } }),
    ).rejects.toMatchObject({ status: 413, code: 'paper.too-large' })
  })

  test('从别的网站发来的不理', async () => {
    const answer = await house.visitor().request({
      method: 'POST',
      url: '/api/self-check/paper',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      payload: JSON.stringify({ standards, facts }),
    })
    expect(answer.statusCode).toBe(403)
  })
})
