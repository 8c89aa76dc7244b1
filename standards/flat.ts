import { contextOf } from '../regime/evaluation/context.ts'
import type { StandardDefinition } from '../regime/evaluation/definition.ts'
import type { Facts } from '../regime/evaluation/facts.ts'
import { buildProgram } from '../regime/evaluation/kernel/build-program.ts'
import { columnsOf, writeRow } from '../regime/evaluation/kernel/columns.ts'
import { layoutOf, type Unpacked, unpack } from '../regime/evaluation/kernel/layout.ts'
import { printJavaScript } from '../regime/evaluation/kernel/print-javascript.ts'

/** Reads a row of doubles at `row[from…]`, writes the packed result at `out[to…]`. */
export type Flat = (row: Float64Array, from: number, out: Uint8Array, to: number) => void

/** The generated module of a standard, loaded from its source. Node only: pages get it built from their own origin. */
export const compileFlat = async (definition: StandardDefinition): Promise<Flat> => {
  const source = `data:text/javascript,${encodeURIComponent(printJavaScript(buildProgram(definition)))}`
  return ((await import(source)) as { readonly flat: Flat }).flat
}

/** Evaluates one enterprise by the flat kernel; undefined when it must be evaluated exactly instead. */
export const flatEvaluator = (definition: StandardDefinition, flat: Flat): ((facts: Facts) => Unpacked | undefined) => {
  const plan = columnsOf(definition)
  const layout = layoutOf(definition)
  const row = new Float64Array(plan.columns.length)
  const out = new Uint8Array(layout.bytes)
  return (facts) => {
    if (!writeRow(definition, plan, contextOf(facts), row)) return undefined
    flat(row, 0, out, 0)
    return out[layout.doubt] === 0 ? unpack(definition, layout, out) : undefined
  }
}
