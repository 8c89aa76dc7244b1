import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { demoClock } from './demoClock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('演示时钟', () => {
  test('没有设定时就是机器的时间', async () => {
    expect(await demoClock(database.db, () => '2027-03-05T02:00:00.000Z').now()).toBe('2027-03-05T02:00:00.000Z')
  })

  test('时刻照旧，日子从设定的一天起，随机器的日子和拨快的天数走', async () => {
    await database.db
      .insertInto('demo_clock')
      .values({ id: 1, started_at: '2027-03-05T02:00:00.000Z', origin: '2026-09-01', advanced_days: 0 })
      .execute()
    const at = (wall: string) => demoClock(database.db, () => wall).now()
    expect(await at('2027-03-05T02:00:00.000Z')).toBe('2026-09-01T02:00:00.000Z')
    expect(await at('2027-03-05T15:59:59.999Z')).toBe('2026-09-01T15:59:59.999Z')
    expect(await at('2027-03-05T16:00:00.000Z')).toBe('2026-09-01T16:00:00.000Z')
    expect(await at('2027-03-06T02:00:00.000Z')).toBe('2026-09-02T02:00:00.000Z')
    await database.db.updateTable('demo_clock').set({ advanced_days: 30 }).where('id', '=', 1).execute()
    expect(await at('2027-03-06T02:00:00.000Z')).toBe('2026-10-02T02:00:00.000Z')
  })
})
