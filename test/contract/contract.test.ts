import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeFacts, type FactsDocument } from '../../regime/evaluation/change-facts.ts'
import type { Result } from '../../regime/evaluation/result.ts'
import { told } from '../examples/told.ts'

interface Cases {
  readonly 标准: string
  readonly 企业: { readonly [path: string]: unknown }
  readonly 例: readonly {
    readonly 条: string
    readonly 若: { readonly [path: string]: unknown }
    readonly 则: { readonly [what: string]: unknown }
  }[]
}

const folder = import.meta.dirname
const program = join(folder, '..', '..', 'bin', 'tidu')
const read = (name: string): unknown =>
  parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'), { merge: true, maxAliasCount: -1 })

/** A value as it goes into the facts: what is 未填 is not there, at any depth. */
const filled = (value: unknown): unknown => {
  if (value === '未填') return undefined
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === '未填' ? [] : [[key, filled(inner)]])),
  )
}
const changed = (facts: FactsDocument, changes: { readonly [path: string]: unknown }): FactsDocument =>
  changeFacts(facts, Object.fromEntries(Object.entries(changes).map(([path, value]) => [path, filled(value)])))

const enterprise = read('enterprise') as FactsDocument

// Written by hand from the contract and the law, before the engine was read: the program itself is asked, one run a file.
describe.each([
  'innovative-2022',
  'specialised-2022',
  'little-giant-2022',
  'specialised-2026',
  'little-giant-2026',
  'eligibility-henan',
])('合同用例 %s', (name) => {
  const { 标准, 企业, 例 } = read(name) as Cases
  const base = changed(enterprise, 企业)
  const lines = 例.map(({ 若 }) => JSON.stringify(changed(base, 若)))
  const printed = execFileSync(program, ['evaluate', 标准, '-', '--ndjson'], { input: `${lines.join('\n')}\n` })
  const results = String(printed)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Omit<Result, 'explanation'>)

  test.each(例.map((each, position) => ({ ...each, position })))('$条', ({ 则, position }) => {
    const result = results[position] as Omit<Result, 'explanation'>
    const expected = Object.fromEntries(
      Object.entries(则).map(([what, value]) => [what, value === '无' ? undefined : value]),
    )
    expect(Object.fromEntries(Object.keys(则).map((what) => [what, told(result, what)]))).toEqual(expected)
  })
})
