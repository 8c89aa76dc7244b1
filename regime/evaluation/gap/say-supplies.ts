import type { Facts } from '../facts.ts'
import type { Move, Supply } from './move.ts'

type Reaches = (facts: Facts) => boolean

/** Ends of the stretch of values around the supplied one that reach the outcome; null where it goes on to the very end. */
const stretch = (
  supply: Supply,
  reaches: (value: bigint) => boolean,
): readonly [from: bigint | null, to: bigint | null] => {
  const end = (last: bigint): bigint | null => {
    const way = last > supply.value ? 1n : -1n
    if (supply.value === last) return null
    if (!reaches(supply.value + way)) return supply.value
    if (reaches(last)) return null
    let serves = supply.value + way
    let fails = last
    while (serves - fails > 1n || fails - serves > 1n) {
      const middle = (serves + fails) / 2n
      if (reaches(middle)) serves = middle
      else fails = middle
    }
    return serves
  }
  return [end(supply.least), end(supply.most)]
}

const without = (facts: Facts, moves: readonly Move[], left: readonly Move[]): Facts =>
  moves.reduce((sum, move) => (left.includes(move) ? sum : move.apply(sum)), facts)

/**
 * The moves of a set, with the unknown numbers said as the stretch of values that would do. Where two of them hang
 * together, so that not every pair of values within their stretches reaches the outcome, each is said as an example.
 */
export const saySupplies = (facts: Facts, moves: readonly Move[], reaches: Reaches): readonly Move[] => {
  const supplied = moves.flatMap((move) => (move.supply ? [{ move, supply: move.supply }] : []))
  if (supplied.length === 0) return moves
  const stretches = supplied.map(({ move, supply }) => {
    const others = without(facts, moves, [move])
    return stretch(supply, (value) => reaches(supply.write(others, value)))
  })
  const fixed = without(
    facts,
    moves,
    supplied.map(({ move }) => move),
  )
  let corners: readonly Facts[] = [fixed]
  supplied.forEach(({ supply }, at) => {
    const [from, to] = stretches[at] as readonly [bigint | null, bigint | null]
    corners = corners.flatMap((corner) => [
      supply.write(corner, from ?? supply.least),
      supply.write(corner, to ?? supply.most),
    ])
  })
  const free = supplied.length === 1 || corners.every(reaches)
  return moves.map((move) => {
    const at = supplied.findIndex((one) => one.move === move)
    const [from, to] = stretches[at] ?? [null, null]
    return move.supply ? { ...move, sentence: free ? move.supply.say(from, to) : move.supply.sayExactly() } : move
  })
}
