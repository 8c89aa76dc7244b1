import type { Facts } from '../facts.ts'

/** Kinds of moves in the order of effort, least first: what is only unknown costs nothing, a national award the most. */
export const effortOrder = [
  'supply',
  'confirm',
  'research-expense',
  'liabilities',
  'staff',
  'revenue',
  'profit',
  'management',
  'judgement',
  'rights',
  'institution',
  'financing',
  'honour',
  'market',
  'platform-score',
  'title',
  'contest',
  'award',
] as const
export type MoveKind = (typeof effortOrder)[number]

/** One change an enterprise would have to bring about, in real terms. */
export interface Move {
  /** Same lever, same id: what is changed, without by how much. */
  readonly id: string
  readonly kind: MoveKind
  /** 2025 年研发费用总额再增加 49.95 万元（达到 100.00 万元）. */
  readonly sentence: string
  /** The change to a facts document: paths of the contract and their new values. */
  readonly changes: readonly { readonly path: string; readonly value: unknown }[]
  /** How far the lever is pulled, for comparing moves of one lever. */
  readonly amount: bigint
  apply(facts: Facts): Facts
}

/** A set of moves that together reach the outcome, none of which can be left out or made smaller. */
export interface Gap {
  readonly moves: readonly Move[]
}

/** Position of a kind in the order of effort. */
export const effortOf = ({ kind }: Move): number => effortOrder.indexOf(kind)
