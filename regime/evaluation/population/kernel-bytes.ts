import {
  type Comparison,
  EXACT_PATH,
  type Field,
  type IndicatorPlan,
  type NodeId,
  type Plan,
  type PlanNode,
} from '../plan/plan.ts'
import { countUses } from '../plan/uses.ts'
import { type Places, pagesOf } from './places.ts'
import { type Code, F64, I32, moduleBytes, instruction as op } from './wasm.ts'

const floats: { readonly [C in Comparison]: Code } = { '>=': op.f64Ge, '<=': op.f64Le, '>': op.f64Gt, '<': op.f64Lt }
const bytes: { readonly [C in Comparison]: Code } = { '>=': op.i32GeU, '<=': op.i32LeU, '>': op.i32GtU, '<': op.i32LtU }

// Doubles tell two sums of products apart when they differ by more than their rounding can.
const ROUNDING = 2 ** -48

/** A level reached adds its points above and one below, so that one sum gives both. */
const POINTS = 256

const isBoolean = (node: PlanNode): boolean => !['column', 'number', 'positive', 'product', 'sum'].includes(node.op)

const joined = (parts: readonly Code[], by: Code): Code => parts.map((part, at) => (at === 0 ? part : [part, by]))

/** Composes the code of one row; a node used more than once is kept in a local when it is first written. */
const composer = (plan: Plan, places: Places) => {
  const { nodes, columns, indicators } = plan
  const uses = countUses(plan)
  const locals: (typeof I32 | typeof F64)[] = []
  const kept = new Map<string, number>()
  const FROM = 0
  const newLocal = (type: typeof I32 | typeof F64): number => locals.push(type) + 1
  const byEight = newLocal(I32)
  const doubted = newLocal(I32)
  let isDoubted = false

  /** Writes once, reads afterwards. */
  const once = (key: string, type: typeof I32 | typeof F64, write: () => Code): Code => {
    const local = kept.get(key)
    if (local !== undefined) return op.get(local)
    const code = write()
    const own = newLocal(type)
    kept.set(key, own)
    return [code, op.tee(own)]
  }

  const at = (id: NodeId): Code => {
    const node = nodes[id] as PlanNode
    if ((uses[id] ?? 0) < 2 || node.op === 'number' || node.op === 'constant') return written(node)
    return once(`n${id}`, isBoolean(node) ? I32 : F64, () => written(node))
  }

  const byte = (column: number): Code =>
    once(`b${column}`, I32, () => [op.get(FROM), op.loadByte(places.columns[column] as number)])

  const findSmall = (id: NodeId): number | undefined => {
    const node = nodes[id]
    return node?.op === 'column' && columns[node.column]?.width === 'small' ? node.column : undefined
  }

  const compare = (relation: Comparison, left: NodeId, right: NodeId): Code => {
    const small = findSmall(left)
    const bound = nodes[right]
    if (small !== undefined && bound?.op === 'number' && Number.isSafeInteger(bound.value) && bound.value >= 0)
      return [byte(small), op.i32(bound.value), bytes[relation]]
    return [at(left), at(right), floats[relation]]
  }

  /** Close products are marked for the exact path; an unknown operand is far from nothing and close to nothing. */
  const wide = (relation: Comparison, left: NodeId, right: NodeId): Code => {
    const verdict = [at(left), at(right), floats[relation]]
    const near = [
      at(left),
      at(right),
      op.f64Sub,
      op.f64Abs,
      at(right),
      op.f64Abs,
      op.f64(ROUNDING),
      op.f64Mul,
      op.f64Le,
    ]
    isDoubted = true
    return [verdict, near, op.get(doubted), op.i32Or, op.set(doubted)]
  }

  const sumOf = (end: 'lower' | 'upper', positions: readonly number[]): Code =>
    once(`${end} ${positions.join()}`, I32, () =>
      joined(
        positions.map((position) => total(position, end)),
        op.i32Add,
      ),
    )

  const score = (end: 'lower' | 'upper', positions: readonly number[], atLeast: number): Code => {
    const worst = positions.reduce((sum, position) => sum + (indicators[position]?.levels.at(-1)?.points ?? 0), 0)
    return [sumOf(end, positions), op.i32((atLeast - worst) * POINTS), op.i32GeS]
  }

  const written = (node: PlanNode): Code => {
    switch (node.op) {
      case 'column': {
        const place = places.columns[node.column] as number
        if (columns[node.column]?.width === 'small') return [byte(node.column), op.fromByte]
        return [op.get(byEight), op.loadF64(place)]
      }
      case 'number':
        return op.f64(node.value)
      case 'constant':
        return op.i32(node.value ? 1 : 0)
      case 'positive':
        return [at(node.of), op.f64(Number.NaN), at(node.of), op.f64(0), op.f64Gt, op.select]
      case 'product':
        return joined(node.of.map(at), op.f64Mul)
      case 'sum':
        return joined(node.of.map(at), op.f64Add)
      case 'compare':
        return compare(node.relation, node.left, node.right)
      case 'compare-wide':
        return wide(node.relation, node.left, node.right)
      case 'unknown':
        return [at(node.of), at(node.of), op.f64Ne]
      case 'is':
        return [byte(node.column), op.i32(node.code), op.i32Eq]
      case 'not':
        return [at(node.of), op.i32Eqz]
      case 'and':
        return joined(node.of.map(at), op.i32And)
      case 'or':
        return joined(node.of.map(at), op.i32Or)
      case 'score':
        return score(node.end, node.indicators, node.atLeast)
    }
  }

  /** Points gained above the last level and, below them, how many levels are reached. */
  const gained = ({ levels }: IndicatorPlan, reached: readonly NodeId[]): Code =>
    joined(
      reached.map((id, level) => {
        const step = (levels[level]?.points ?? 0) - (levels[level + 1]?.points ?? 0)
        return [at(id), op.i32(step * POINTS + 1), op.i32Mul]
      }),
      op.i32Add,
    )

  const total = (position: number, end: 'lower' | 'upper'): Code => {
    const indicator = indicators[position] as IndicatorPlan
    const { reached, levels } = indicator
    const lower = (): Code => once(`lower${position}`, I32, () => gained(indicator, reached.certain))
    if (end === 'lower') return lower()
    if (reached.kind === 'span') return once(`upper${position}`, I32, () => gained(indicator, reached.possible))
    const all = ((levels[0]?.points ?? 0) - (levels.at(-1)?.points ?? 0)) * POINTS + levels.length - 1
    return once(`upper${position}`, I32, () => [op.i32(all), lower(), at(reached.unknown), op.select])
  }

  const level = (position: number, end: 'lower' | 'upper', last: number): Code => [
    op.i32(last),
    [total(position, end), op.i32(POINTS - 1), op.i32And],
    op.i32Sub,
  ]

  const codeOf = ({ levels, reached }: IndicatorPlan, position: number): Code => {
    const last = levels.length - 1
    if (reached.kind === 'settled')
      return [op.i32(levels.length), level(position, 'lower', last), at(reached.unknown), op.select]
    const worst = once(`worst${position}`, I32, () => level(position, 'lower', last))
    const again = op.get(kept.get(`worst${position}`) as number)
    const triangle = [worst, again, op.i32(1), op.i32Add, op.i32Mul, op.i32(1), op.i32ShrU]
    return [triangle, level(position, 'upper', last), op.i32Add]
  }

  return { at, codeOf, newLocal, locals, byEight, doubt: { local: doubted, used: () => isDoubted } }
}

/**
 * The population kernel of a standard: a WebAssembly module whose `run(from, to)` evaluates the rows from … to − 1 of
 * columns laid out as `places` says. No branch depends on a row. About a kilobyte; needs no compiler.
 */
export const kernelBytes = (plan: Plan, places: Places): Uint8Array<ArrayBuffer> => {
  const { layout, indicators, conditions, outcome } = plan
  const { at, codeOf, newLocal, locals, byEight, doubt } = composer(plan, places)
  const words = Array.from({ length: layout.words }, () => newLocal(I32))
  // Composed in the order in which it runs, so that every local is written before it is read.
  const statements: Code[] = []
  const put = ({ word, shift }: Field, code: Code): void => {
    const own = words[word] as number
    statements.push([op.get(own), shift === 0 ? code : [code, op.i32(shift), op.i32Shl], op.i32Or, op.set(own)])
  }
  indicators.forEach((indicator, position) => {
    put(layout.indicators[position] as Field, codeOf(indicator, position))
  })
  const verdict = ({ certain, possible }: Plan['outcome']): Code => [at(certain), at(possible), op.i32Add]
  conditions.forEach((condition, position) => {
    put(layout.conditions[position] as Field, verdict(condition.verdict))
  })
  put(layout.outcome, verdict(outcome))
  if (doubt.used()) put(layout.outcome, [op.get(doubt.local), op.i32(EXACT_PATH), op.i32Mul])
  const [FROM, TO] = [0, 1]
  const stores = words.map(
    (word, position): Code => [
      [op.get(FROM), op.i32(layout.words * 4), op.i32Mul],
      op.get(word),
      op.storeI32(places.results + position * 4),
    ],
  )
  const body: Code = [
    op.loop,
    [...words, ...(doubt.used() ? [doubt.local] : [])].map((local) => [op.i32(0), op.set(local)]),
    [op.get(FROM), op.i32(8), op.i32Mul, op.set(byEight)],
    statements,
    stores,
    [op.get(FROM), op.i32(1), op.i32Add, op.tee(FROM), op.get(TO), op.i32LtU, op.branchIf(0)],
    op.end,
  ]
  return moduleBytes(locals, body, pagesOf(places))
}
