import { expect } from 'vitest'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { judge } from '../regime/evaluation/evaluate.ts'
import { effortOf } from '../regime/evaluation/gap/effort.ts'
import type { Gap, Move } from '../regime/evaluation/gap/move.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'

// What issue and contract promise of a gap (B2), checked on documents: facts are changed as a firm would change them, let
// in again and judged afresh. Nothing of the search is used.

type Changes = { readonly [path: string]: unknown }

const changesOf = (moves: readonly Move[]): Changes =>
  Object.fromEntries(moves.flatMap((move) => move.changes.map(({ path, value }) => [path, value])))

const outcomeWith = (standard: Standard, firm: FactsDocument, changes: Changes): string =>
  judge(standard, parseFacts(changeFacts(firm, changes))).result.outcome

const valueAt = (firm: FactsDocument, path: string): unknown => {
  const [section = '', key = '', leaf = ''] = path.split('/').slice(1)
  const whole = firm[section]
  if (Array.isArray(whole)) {
    const listed = (whole as { readonly [name: string]: unknown }[]).find((entry) => String(entry.year) === key)
    return section === 'platformScores' ? listed?.score : listed?.[leaf]
  }
  return (whole as { readonly [name: string]: unknown } | undefined)?.[key]
}

const millionths = (text: string): bigint => {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const size = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'))
  return sign ? -size : size
}
const decimal = (value: bigint): string => {
  const size = value < 0n ? -value : value
  return `${value < 0n ? '-' : ''}${size / 1_000_000n}.${(size % 1_000_000n).toString().padStart(6, '0')}`
}

/** The value one unit (分, person, millionth, rank) nearer to where it came from; undefined for what has no size. */
const nearer = (before: unknown, after: unknown): unknown => {
  if (typeof after === 'number' && typeof before === 'number') return after > before ? after - 1 : after + 1
  if (typeof after !== 'string' || typeof before !== 'string' || !/^-?[\d.]+$/.test(after)) return undefined
  const [from, to] = [millionths(before), millionths(after)]
  return decimal(to > from ? to - 1n : to + 1n)
}

/** The move made smaller by the least unit. */
const smaller = (firm: FactsDocument, move: Move): Changes | undefined => {
  if (move.id.startsWith('number:') && !move.supply) {
    const less = move.changes.map(({ path, value }) => [path, nearer(valueAt(firm, path), value)] as const)
    return less.every(([, value]) => value !== undefined) ? Object.fromEntries(less) : undefined
  }
  if (!move.id.startsWith('add:')) return undefined
  const fewer = (entries: readonly unknown[]): readonly unknown[] => {
    const last = entries.at(-1) as { readonly amount?: string }
    return last.amount === undefined
      ? entries.slice(0, -1)
      : [...entries.slice(0, -1), { ...last, amount: decimal(millionths(last.amount) - 1n) }]
  }
  const [first] = move.changes
  if (Array.isArray(first?.value)) return { [first.path]: fewer(first.value as unknown[]) }
  const less = fewer(move.changes.map(({ value }) => value))
  return Object.fromEntries(less.map((value, at) => [move.changes[at]?.path ?? '', value]))
}

/** Values that a sentence says would do, in millionths or whole units; undefined where it names an example only. */
const stated = (sentence: string): readonly [from: bigint | null, to: bigint | null] | undefined => {
  if (sentence.includes('例如')) return undefined
  const read = (words: string): bigint | null => {
    const found = new RegExp(`${words} (-?[\\d,.]+) (万元|人)`).exec(sentence)
    if (!found) return null
    const text = (found[1] as string).replace(/,/g, '')
    return found[2] === '人' ? BigInt(text) : millionths(text)
  }
  return [read('不低于'), read('不超过')]
}

const checkSupply = (standard: Standard, firm: FactsDocument, moves: readonly Move[], move: Move): void => {
  const [change] = move.changes
  const range = stated(move.sentence)
  const person = typeof change?.value === 'number'
  if (!change || !/\/(revenue|mainRevenue|rdExpense|totalAssets|totalLiabilities|employees|rdStaff)$/.test(change.path))
    return
  const others = moves.filter((one) => one !== move)
  const at = (value: bigint): string =>
    outcomeWith(standard, firm, {
      ...changesOf(others),
      [change.path]: person ? Number(value) : decimal(value),
    })
  if (!range) return
  const [from, to] = range
  const label = `${move.sentence}（${others.map(({ sentence }) => sentence).join('；')}）`
  if (from !== null) {
    expect(at(from), label).toBe('met')
    if (from > 0n) expect(at(from - 1n), `${label}：低于所说的最小值`).not.toBe('met')
  }
  if (to !== null) {
    expect(at(to), label).toBe('met')
    expect(at(to + 1n), `${label}：高于所说的最大值`).not.toBe('met')
  }
  if (from !== null && to === null) expect(at(from * 7n + 3n), label).toBe('met')
  if (from === null && to !== null) expect(at(to / 2n), label).toBe('met')
}

/** How many sets of one firm are checked; the rest are found the same way. */
const CHECKED = 12

const spread = <T>(items: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.ceil(items.length / CHECKED))
  return items.filter((_item, at) => at < 3 || at % step === 0)
}

/** Throws unless each set reaches the outcome, needs each of its moves in full, and the sets stand in the stated order. */
export const checkGaps = (standard: Standard, firm: FactsDocument, gaps: readonly Gap[]): number => {
  const efforts = gaps.map(({ moves }) => moves.reduce((sum, move) => sum + effortOf(move), 0))
  expect(efforts).toEqual([...efforts].sort((a, b) => a - b))
  const chosen = spread(gaps)
  for (const { moves } of chosen) {
    const told = moves.map(({ sentence }) => sentence).join(' ＋ ')
    expect(moves.length).toBeLessThanOrEqual(3)
    expect(outcomeWith(standard, firm, changesOf(moves)), told).toBe('met')
    for (let kept = 1; kept < (1 << moves.length) - 1; kept++) {
      const some = moves.filter((_move, at) => (kept >> at) & 1)
      expect(outcomeWith(standard, firm, changesOf(some)), `${told}：只做一部分`).not.toBe('met')
    }
    for (const move of moves) {
      const less = smaller(firm, move)
      const others = changesOf(moves.filter((one) => one !== move))
      if (less)
        expect(outcomeWith(standard, firm, { ...others, ...less }), `${told}：${move.sentence} 少一点`).not.toBe('met')
      if (move.supply) checkSupply(standard, firm, moves, move)
    }
  }
  return chosen.length
}
