import type { Facts } from '../facts.ts'
import type { MoveKind } from './effort.ts'

/** One change an enterprise would have to bring about, or one unknown fact and what it would have to be. */
export interface Move {
  /** Same lever, same id: what is changed, without by how much. */
  readonly id: string
  readonly kind: MoveKind
  /** 2025 年研发费用总额再增加 49.95 万元（到 100.00 万元）. */
  readonly sentence: string
  /** The change to a facts document: paths of the contract and their new values. */
  readonly changes: readonly { readonly path: string; readonly value: unknown }[]
  /** How far the lever is pulled, for comparing moves of one lever. */
  readonly amount: bigint
  apply(facts: Facts): Facts
  /** Of a figure: the same pull, longer by so many of the least unit; undefined where it cannot go there. */
  stretched?(facts: Facts, by: bigint): Facts | undefined
  /** Of an unknown number: how it says which values would do, once the rest of the set is known. */
  readonly supply?: Supply
}

/** An unknown number between the least and the greatest value it could have. */
export interface Supply {
  readonly value: bigint
  readonly least: bigint
  readonly most: bigint
  write(facts: Facts, value: bigint): Facts
  /** A null end is the least or greatest value there is. */
  say(from: bigint | null, to: bigint | null): string
  /** For an amount that only serves together with the others exactly as they are. */
  sayExactly(): string
}

/** A set of moves that together reach the outcome, none of which can be left out or made smaller. */
export interface Gap {
  readonly moves: readonly Move[]
}
