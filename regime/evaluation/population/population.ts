import type { Amount } from '../../kernel/fraction.ts'
import type { Facts } from '../facts.ts'
import { type Cells, fits, readCells } from '../plan/cells.ts'
import { interpret } from '../plan/interpret.ts'
import { EXACT_PATH, type Plan } from '../plan/plan.ts'
import { planStandard } from '../plan/plan-standard.ts'
import { type FlatResult, unpack } from '../plan/unpack.ts'
import type { Standard } from '../standard.ts'
import { kernelBytes } from './kernel-bytes.ts'
import { pagesOf, placeColumns } from './places.ts'

/** Many enterprises under one standard, kept in columns and evaluated all at once. */
export interface Population {
  readonly plan: Plan
  readonly capacity: number
  /** Bytes of columns and results together. */
  readonly bytes: number
  /** Reads an enterprise's facts into row `row`. */
  put(row: number, facts: Facts): void
  /** The same with columns read already, from a table or a file. */
  putCells(row: number, cells: Cells): void
  /** Evaluates rows `from` … `to` − 1; exact for every one of them. Gives how many took the exact path. */
  run(from: number, to: number): number
  /** Result of a row as of the last run. */
  resultOf(row: number): FlatResult
  /** Packed results (plan.layout), `plan.layout.words` of 32 bits a row. */
  readonly words: Uint32Array
}

type View = Float64Array | Uint8Array

/** A cell as its column holds it back: NaN is unknown, a full byte of a count stands for any more. */
const cellOf = (view: View, row: number): Amount | null => {
  const value = view[row] as number
  return Number.isNaN(value) ? null : value
}

/**
 * Opens a population of at most `capacity` enterprises. The kernel is a WebAssembly module written from the standard; a
 * page needs `'wasm-unsafe-eval'` among its script sources to run it.
 */
export const openPopulation = ({ definition }: Standard, capacity: number): Population => {
  const plan = planStandard(definition)
  const places = placeColumns(plan, capacity)
  const memory = new WebAssembly.Memory({ initial: pagesOf(places), maximum: pagesOf(places) })
  const instance = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes(plan, places)), {
    house: { columns: memory },
  })
  const kernel = instance.exports.run as (from: number, to: number) => void
  const views = plan.columns.map(({ width }, at): View => {
    const place = places.columns[at] as number
    return width === 'amount'
      ? new Float64Array(memory.buffer, place, capacity)
      : new Uint8Array(memory.buffer, place, capacity)
  })
  const words = new Uint32Array(memory.buffer, places.results, capacity * plan.layout.words)
  /** Rows with an amount that doubles do not hold; their columns are left unknown. */
  const outsized = new Map<number, Cells>()

  const write = (row: number, cells: Cells): void => {
    views.forEach((view, at) => {
      const cell = cells[at] as Amount | null
      view[row] = cell === null ? Number.NaN : Number(cell)
    })
  }

  const putCells = (row: number, cells: Cells): void => {
    if (!(row >= 0 && row < capacity)) throw new RangeError(`row ${row} of ${capacity}`)
    write(row, cells)
    if (fits(plan, cells)) outsized.delete(row)
    else outsized.set(row, cells)
  }

  const run = (from: number, to: number): number => {
    if (!(from >= 0 && from <= to && to <= capacity)) throw new RangeError(`rows ${from} to ${to} of ${capacity}`)
    if (from === to) return 0
    kernel(from, to)
    let exact = 0
    const each = plan.layout.words
    const again = (row: number, cells: Cells): void => {
      interpret(plan, cells, words, row * each)
      exact++
    }
    if (plan.nodes.some(({ op }) => op === 'compare-wide'))
      for (let row = from; row < to; row++)
        if (((words[row * each] as number) & EXACT_PATH) === EXACT_PATH && !outsized.has(row))
          again(
            row,
            views.map((view) => cellOf(view, row)),
          )
    for (const [row, cells] of outsized) if (row >= from && row < to) again(row, cells)
    return exact
  }

  return {
    plan,
    capacity,
    bytes: places.bytes,
    put: (row, facts) => putCells(row, readCells(definition, plan, facts)),
    putCells,
    run,
    resultOf: (row) => {
      const result = unpack(plan, words, row * plan.layout.words)
      if (!result) throw new Error(`row ${row} has not been run`)
      return result
    },
    words,
  }
}
