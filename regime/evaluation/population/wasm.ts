// WebAssembly's binary format, as much of it as a kernel takes. Numbers are the specification's opcodes.

/** Bytes of code, nested as they were composed. */
export type Code = readonly (number | Code)[]

export const I32 = 0x7f
export const F64 = 0x7c

/** LEB128 of a whole number ≥ 0. */
export const unsigned = (value: number): Code => {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return bytes
}

/** LEB128 of a 32-bit number with sign. */
const signed = (value: number): Code => {
  const bytes: number[] = []
  for (let rest = value; ; ) {
    const low = rest & 0x7f
    rest >>= 7
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(done ? low : low | 0x80)
    if (done) return bytes
  }
}

const doubleBytes = (value: number): Code => [...new Uint8Array(new Float64Array([value]).buffer)]

/** Instructions, operands included. */
export const instruction = {
  i32: (value: number): Code => [0x41, signed(value | 0)],
  f64: (value: number): Code => [0x44, doubleBytes(value)],
  get: (local: number): Code => [0x20, unsigned(local)],
  set: (local: number): Code => [0x21, unsigned(local)],
  tee: (local: number): Code => [0x22, unsigned(local)],
  loadF64: (offset: number): Code => [0x2b, 3, unsigned(offset)],
  loadByte: (offset: number): Code => [0x2d, 0, unsigned(offset)],
  storeI32: (offset: number): Code => [0x36, 2, unsigned(offset)],
  /** Third operand true: the first, otherwise the second. */
  select: [0x1b] as Code,
  i32Eqz: [0x45] as Code,
  i32Eq: [0x46] as Code,
  i32LtU: [0x49] as Code,
  i32GtU: [0x4b] as Code,
  i32LeU: [0x4d] as Code,
  i32GeU: [0x4f] as Code,
  i32GeS: [0x4e] as Code,
  i32Add: [0x6a] as Code,
  i32Sub: [0x6b] as Code,
  i32Mul: [0x6c] as Code,
  i32And: [0x71] as Code,
  i32Or: [0x72] as Code,
  i32Shl: [0x74] as Code,
  i32ShrU: [0x76] as Code,
  f64Ne: [0x62] as Code,
  f64Lt: [0x63] as Code,
  f64Gt: [0x64] as Code,
  f64Le: [0x65] as Code,
  f64Ge: [0x66] as Code,
  f64Abs: [0x99] as Code,
  f64Add: [0xa0] as Code,
  f64Sub: [0xa1] as Code,
  f64Mul: [0xa2] as Code,
  fromByte: [0xb8] as Code,
  loop: [0x03, 0x40] as Code,
  branchIf: (depth: number): Code => [0x0d, unsigned(depth)],
  end: [0x0b] as Code,
}

const flattened = (code: Code): number[] => {
  const bytes: number[] = []
  const visit = (part: Code): void => {
    for (const one of part) {
      if (typeof one === 'number') bytes.push(one)
      else visit(one)
    }
  }
  visit(code)
  return bytes
}

const sized = (code: Code): Code => {
  const bytes = flattened(code)
  return [unsigned(bytes.length), bytes]
}

const vector = (items: readonly Code[]): Code => [unsigned(items.length), items]
const section = (id: number, content: Code): Code => [id, sized(content)]
const name = (text: string): Code => vector([...text].map((letter) => [letter.charCodeAt(0)]))

/**
 * A module with one function `run(from, to)` over an imported memory `house.columns` of `pages` pages. `locals` are those
 * beside the two parameters.
 */
export const moduleBytes = (
  locals: readonly (typeof I32 | typeof F64)[],
  body: Code,
  pages: number,
): Uint8Array<ArrayBuffer> => {
  const declared = vector(locals.map((type) => [1, type]))
  return new Uint8Array(
    flattened([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, vector([[0x60, vector([[I32], [I32]]), vector([])]])),
      section(2, vector([[name('house'), name('columns'), 2, 0, unsigned(pages)]])),
      section(3, vector([[0]])),
      section(7, vector([[name('run'), 0, 0]])),
      section(10, vector([sized([declared, body, instruction.end])])),
    ]),
  )
}
