import type { Program, Real, Whole } from './program.ts'

// WebAssembly binary format, as much of it as straight-line code over doubles needs. Selection without branches is what
// makes it fast: V8 turns f64 comparisons and select into code that mispredicts nothing.

const I32 = 0x7f
const F64 = 0x7c

const unsigned = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

const signed = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(done ? low : low | 0x80)
    if (done) return bytes
  }
}

const double = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)]

const vector = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()]
const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
const name = (text: string): number[] => vector([...text].map((character) => [character.charCodeAt(0)]))

const op = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  get: 0x20,
  set: 0x21,
  loadF64: 0x2b,
  storeByte: 0x3a,
  constI32: 0x41,
  constF64: 0x44,
  select: 0x1b,
  zero: 0x45,
  equal: 0x46,
  less: 0x48,
  least: 0x4e,
  and: 0x71,
  or: 0x72,
  add: 0x6a,
  subtract: 0x6b,
  equalF64: 0x61,
  sizeF64: 0x99,
  plusF64: 0xa0,
  minusF64: 0xa1,
  timesF64: 0xa2,
} as const

const compares = { '<': 0x63, '>': 0x64, '<=': 0x65, '>=': 0x66 } as const
const reals = { plus: op.plusF64, minus: op.minusF64, times: op.timesF64 } as const

// Parameters of run(rows, results, count); locals follow.
const ROWS = 0
const RESULTS = 1
const COUNT = 2
const PARAMETERS = 3

type Locals = ReadonlyMap<string, number>

const local = (locals: Locals, called: string): number[] => {
  const index = locals.get(called)
  if (index === undefined) throw new TypeError(`no step is named ${called}`)
  return [op.get, ...unsigned(index)]
}

const printReal = (value: Real, locals: Locals): number[] => {
  switch (value.op) {
    case 'column':
      return [op.get, ROWS, op.loadF64, 3, ...unsigned(value.index * 8)]
    case 'real':
      return [op.constF64, ...double(value.value)]
    case 'get':
      return local(locals, value.name)
    case 'size':
      return [...printReal(value.of, locals), op.sizeF64]
    default:
      return [...printReal(value.left, locals), ...printReal(value.right, locals), reals[value.op]]
  }
}

const printWhole = (value: Whole, locals: Locals): number[] => {
  const both = (of: { readonly left: Whole; readonly right: Whole }): number[] => [
    ...printWhole(of.left, locals),
    ...printWhole(of.right, locals),
  ]
  switch (value.op) {
    case 'whole':
      return [op.constI32, ...signed(value.value)]
    case 'read':
      return local(locals, value.name)
    case 'known':
      return [...printReal(value.of, locals), ...printReal(value.of, locals), op.equalF64]
    case 'compare':
      return [...printReal(value.left, locals), ...printReal(value.right, locals), compares[value.operator]]
    case 'equal':
      return [...both(value), op.equal]
    case 'at-least':
      return [...both(value), op.least]
    case 'less':
      return [...both(value), op.less]
    case 'and':
      return [...both(value), op.and]
    case 'or':
      return [...both(value), op.or]
    case 'add':
      return [...both(value), op.add]
    case 'least':
      return [...both(value), ...both(value), op.less, op.select]
    case 'most':
      return [...both(value), ...printWhole(value.right, locals), ...printWhole(value.left, locals), op.less, op.select]
    case 'choose':
      return [
        ...printWhole(value.then, locals),
        ...printWhole(value.otherwise, locals),
        ...printWhole(value.when, locals),
        op.select,
      ]
  }
}

/**
 * WebAssembly module of a program: imports memory `env.memory`, exports `run(rows, results, count)`. Rows of `rowBytes`
 * (doubles, columns.ts) follow each other from the address `rows`, packed results of `resultBytes` (layout.ts) from
 * `results`. Pure bytes: pages load it from their own origin, nothing is evaluated from text.
 */
export const printWasm = (
  { steps, outputs }: Program,
  rowBytes: number,
  resultBytes: number,
): Uint8Array<ArrayBuffer> => {
  const wholes = steps.filter(({ kind }) => kind === 'whole')
  const doubles = steps.filter(({ kind }) => kind === 'real')
  const locals = new Map([...wholes, ...doubles].map((step, index) => [step.name, PARAMETERS + index]))
  const body: number[] = []
  for (const step of steps) {
    body.push(...(step.kind === 'real' ? printReal(step.value, locals) : printWhole(step.value, locals)))
    body.push(op.set, ...unsigned(locals.get(step.name) ?? 0))
  }
  for (const output of outputs)
    body.push(op.get, RESULTS, ...local(locals, output.name), op.storeByte, 0, ...unsigned(output.offset))
  const advance = (parameter: number, step: number): number[] => [
    op.get,
    parameter,
    op.constI32,
    ...signed(step),
    op.add,
    op.set,
    parameter,
  ]
  const code = [
    ...vector([
      [...unsigned(wholes.length), I32],
      [...unsigned(doubles.length), F64],
    ]),
    op.block,
    0x40,
    op.loop,
    0x40,
    op.get,
    COUNT,
    op.zero,
    op.branchIf,
    1,
    ...body,
    ...advance(ROWS, rowBytes),
    ...advance(RESULTS, resultBytes),
    op.get,
    COUNT,
    op.constI32,
    1,
    op.subtract,
    op.set,
    COUNT,
    op.branch,
    0,
    op.end,
    op.end,
    op.end,
  ]
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...section(1, vector([[0x60, ...vector([[I32], [I32], [I32]]), ...vector([])]])),
    ...section(2, vector([[...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(0)]])),
    ...section(3, vector([unsigned(0)])),
    ...section(7, vector([[...name('run'), 0x00, ...unsigned(0)]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ])
}
