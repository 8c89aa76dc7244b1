import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { evaluate, judge } from '../regime/evaluation/evaluate.ts'
import { findGaps } from '../regime/evaluation/gap/find-gaps.ts'
import type { Gap, Move } from '../regime/evaluation/gap/move.ts'
import { effortOf } from '../regime/evaluation/gap/move.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { firms } from '../test/sample-firms.ts'
import { loadStandards } from './load.ts'

const outcomeAfter = (standard: Standard, firm: FactsDocument, moves: readonly Move[]): string => {
  const changes = Object.fromEntries(moves.flatMap((move) => move.changes.map(({ path, value }) => [path, value])))
  return judge(standard, parseFacts(changeFacts(firm, changes))).result.outcome
}

/** The same move pulled back by the least unit: one 分, one person, one millionth. */
const smaller = (firm: FactsDocument, move: Move): Move | undefined => {
  const [change] = move.changes
  if (!move.id.startsWith('number:') || !change || move.kind === 'supply') return undefined
  const before = change.path.split('/').slice(1)
  const year = (firm.years as readonly { readonly year: number; readonly [key: string]: unknown }[] | undefined)?.find(
    (entry) => String(entry.year) === before[1],
  )
  const was = year?.[before[2] ?? '']
  if (typeof change.value !== 'string' || typeof was !== 'string') return undefined
  const fen = (text: string): bigint => {
    const [whole = '0', decimals = ''] = text.split('.')
    return BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'))
  }
  const now = fen(change.value)
  const back = now > fen(was) ? now - 1n : now + 1n
  const value = `${back / 1_000_000n}.${(back % 1_000_000n).toString().padStart(6, '0')}`
  return { ...move, changes: [{ path: change.path, value }] }
}

const check = (standard: Standard, firm: FactsDocument, gaps: readonly Gap[]): void => {
  let effort = -1
  for (const { moves } of gaps) {
    const sentences = moves.map(({ sentence }) => sentence)
    expect(outcomeAfter(standard, firm, moves), sentences.join(' + ')).toBe('met')
    for (const move of moves) {
      const others = moves.filter((one) => one !== move)
      expect(outcomeAfter(standard, firm, others), `不要“${move.sentence}”`).not.toBe('met')
      const less = smaller(firm, move)
      if (less) expect(outcomeAfter(standard, firm, [...others, less]), `少一分钱：${move.sentence}`).not.toBe('met')
    }
    const sum = moves.reduce((total, move) => total + effortOf(move), 0)
    expect(sum).toBeGreaterThanOrEqual(effort)
    effort = sum
  }
  expect(new Set(gaps.map(({ moves }) => moves.length)).size).toBeLessThanOrEqual(1)
}

describe('差距（B2）', () => {
  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    '%s：每一组照做即达到，少一项或少一分钱就达不到，按用力从小到大',
    (_id, standard) => {
      fc.assert(
        fc.property(firms, (firm) => {
          check(standard, firm, findGaps(standard, parseFacts(firm)))
        }),
        { numRuns: Number(process.env.TIDU_GAP_RUNS ?? 80), seed: 63 },
      )
    },
    600_000,
  )

  test('已达到的没有差距', () => {
    for (const standard of loadStandards()) {
      const facts = parseFacts({
        asOf: '2024-06-01',
        honours: [{ kind: 'ip-advantage', validFrom: '2024-01-01', validTo: '2024-12-31' }],
      })
      if (evaluate(standard, facts).outcome === 'met') expect(findGaps(standard, facts)).toEqual([])
    }
  })
})
