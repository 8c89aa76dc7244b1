import type { Plan } from '../plan/plan.ts'

/** Where a population's columns and results lie in memory, in bytes. */
export interface Places {
  readonly capacity: number
  readonly columns: readonly number[]
  readonly results: number
  readonly bytes: number
}

const ALIGNED = 16
const PAGE = 65_536
const align = (offset: number): number => Math.ceil(offset / ALIGNED) * ALIGNED

/** Amounts take eight bytes an enterprise, counts and choices one, results four a word. */
export const placeColumns = ({ columns, layout }: Plan, capacity: number): Places => {
  let end = 0
  const take = (bytes: number): number => {
    const start = align(end)
    end = start + bytes
    return start
  }
  const amounts = columns.map(({ width }) => (width === 'amount' ? take(capacity * 8) : -1))
  const places = columns.map(({ width }, at) => (width === 'small' ? take(capacity) : (amounts[at] as number)))
  const results = take(capacity * layout.words * 4)
  return { capacity, columns: places, results, bytes: end }
}

/** Pages of WebAssembly memory that hold them. */
export const pagesOf = ({ bytes }: Places): number => Math.max(1, Math.ceil(bytes / PAGE))
