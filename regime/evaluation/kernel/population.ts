import { contextOf } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { buildProgram } from './build-program.ts'
import { columnsOf, writeRow } from './columns.ts'
import { layoutOf, type Unpacked, unpack } from './layout.ts'
import { printWasm } from './print-wasm.ts'

const PAGE = 65_536

/** A population held in columns beside the kernel that scores it, all at once. */
export interface Population {
  readonly size: number
  /** Writes enterprise `index`; false when its amounts are too large for the kernel and it must be evaluated exactly. */
  write(index: number, facts: Facts): boolean
  /** Scores everyone. */
  run(): void
  /** The result of one; undefined when it must be evaluated exactly instead (never guessed). */
  read(index: number): Unpacked | undefined
  /** Rows and packed results as they lie in memory, for statistics without unpacking. */
  readonly rows: Float64Array
  readonly results: Uint8Array
}

/** Room for `size` enterprises under one standard, scored by WebAssembly generated from it. */
export const makePopulation = async (definition: StandardDefinition, size: number): Promise<Population> => {
  const plan = columnsOf(definition)
  const layout = layoutOf(definition)
  const rowBytes = plan.columns.length * 8
  const memory = new WebAssembly.Memory({ initial: Math.ceil((size * (rowBytes + layout.bytes)) / PAGE) + 1 })
  const module = printWasm(buildProgram(definition), rowBytes, layout.bytes)
  const { instance } = await WebAssembly.instantiate(module, { env: { memory } })
  const run = instance.exports.run as (rows: number, results: number, count: number) => void
  const rows = new Float64Array(memory.buffer, 0, size * plan.columns.length)
  const results = new Uint8Array(memory.buffer, size * rowBytes, size * layout.bytes)
  const beyond = new Set<number>()
  return {
    size,
    rows,
    results,
    write: (index, facts) => {
      const fits = writeRow(definition, plan, contextOf(facts), rows, index * plan.columns.length)
      if (fits) beyond.delete(index)
      else beyond.add(index)
      return fits
    },
    run: () => run(0, size * rowBytes, size),
    read: (index) => {
      const start = index * layout.bytes
      return beyond.has(index) || results[start + layout.doubt] !== 0
        ? undefined
        : unpack(definition, layout, results, start)
    },
  }
}
