import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'
import { statementRule } from './statement-rule.ts'

describe('语句不依赖单机', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test.each([
    ['update "cases" set "step" = $1 where "id" = $2', 'update without authority'],
    ['update "cases" set "step" = $1 where "authority" = $2 and "id" = $3', undefined],
    ['delete from visit_draft where case_id = $1', 'delete from without authority'],
    ['insert into "cases" ("id", "step") values ($1, $2)', 'insert into without authority'],
    ['insert into "cases" ("authority", "id") values ($1, $2)', undefined],
    ['insert into "cases" ("authority", "id") select "authority", "id" from "cases"', 'insert … select'],
    ['select "id" from "cases" where "step" = $1 for update skip locked', 'lock without authority'],
    ['select "id" from "cases" where "authority" = $1 for update', undefined],
    ['select count(*) from "cases"', undefined],
    ["select set_config('tidu.scope', 'public', true)", 'scope set by a function'],
  ])('%s', async (statement, reason) => {
    const rule = await statementRule(database.owner)
    rule.hear(statement)
    expect(rule.broken().map((line) => line.slice(0, line.indexOf(':')))).toEqual(reason === undefined ? [] : [reason])
  })
})
