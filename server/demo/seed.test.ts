import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAuthorities } from '../../regime/jurisdiction/authorities.ts'
import { fold } from '../../regime/procedure/fold.ts'
import { isFinal, stepNames } from '../../regime/procedure/steps.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { readActs } from '../case/record.ts'
import { openDirectoryStore } from '../evidence/directoryStore.ts'
import { findChainFault } from '../journal/verify.ts'
import { readLaw } from '../law/readLaw.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import { seedDemo } from './seed.ts'

describe('演示数据', () => {
  let database: TestDatabase
  let folder: string

  beforeAll(async () => {
    database = await testDatabase()
    folder = await mkdtemp(join(tmpdir(), 'tidu-demo-'))
    const evidence = await openDirectoryStore(folder, { keepFree: 0 })
    const house = { db: database.db, evidence, law: readLaw(), wall: '2026-11-23T01:00:00.000Z' }
    // The first start is broken off before the cases are entered; the second goes on from there.
    const broken = seedDemo(house, (line) => {
      if (line.includes('申报')) throw new Error('the machine went down')
    })
    await expect(broken).rejects.toThrow('the machine went down')
    await seedDemo(house, () => undefined)
  }, 120_000)
  afterAll(async () => {
    await database.close()
    await rm(folder, { recursive: true })
  })

  test('每一环节都有案件在等待，60 家企业都有三年数据', async () => {
    const { rows } = await database.owner.query('select step, count(*)::integer as n from cases group by step')
    const waiting = new Map(rows.map(({ step, n }) => [step, n]))
    const expected = stepNames.filter((step) => !isFinal(step) && step !== 'objection' && step !== 'province-objection')
    for (const step of expected) expect(waiting.get(step) ?? 0, step).toBeGreaterThan(0)
    for (const step of ['announced', 'rejected', 'withdrawn']) expect(waiting.get(step) ?? 0, step).toBeGreaterThan(0)
    const years = await database.owner.query(
      "select enterprise, count(distinct split_part(path, '/', 3))::integer as n from fact where path like '/years/%' group by enterprise",
    )
    expect(years.rows).toHaveLength(60)
    for (const { n } of years.rows) expect(n).toBe(3)
  })

  test('第七条：由行为记录重放得到每个案件的状态，与登记的完全一致', async () => {
    const { rows } = await database.owner.query('select authority, id, state, step, seq from cases')
    expect(rows.length).toBeGreaterThan(50)
    for (const { authority, id, state, step, seq } of rows) {
      const acts = await inScope(database.db, authorityScope(authority), (tx) => readActs(tx, authority, id))
      const folded = fold(acts)
      expect(JSON.parse(JSON.stringify(folded))).toEqual(state)
      expect([folded.step, folded.seq]).toEqual([step, seq])
    }
  })

  test('每个主管部门的行为链完整；改动任何一条都会被发现', async () => {
    for (const { code } of localAuthorities) {
      expect(await inScope(database.db, authorityScope(code), (tx) => findChainFault(tx, code))).toBeUndefined()
    }
    await database.owner.query(
      'update act set payload = payload || \'{"note": "改"}\' where authority = \'410300\' and position = 7',
    )
    const fault = await inScope(database.db, authorityScope('410300'), (tx) => findChainFault(tx, '410300'))
    expect(fault).toEqual({ position: 7, fault: 'payload' })
  })
})
