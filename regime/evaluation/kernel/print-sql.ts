import type { StandardDefinition } from '../definition.ts'
import { buildProgram } from './build-program.ts'
import { columnsOf } from './columns.ts'
import type { Real, Step, Whole } from './program.ts'

// One SQL statement of the same program, for a population that lives in an engine: PostgreSQL 15 and newer, and the
// distributed engines that speak its SQL. Unknown amounts are NaN and open ends Infinity in double precision columns.

const signs = { plus: '+', minus: '-', times: '*' } as const

const literal = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}::float8` : `'${value}'::float8`

const printReal = (value: Real, columns: readonly string[]): string => {
  switch (value.op) {
    case 'column':
      return columns[value.index] ?? ''
    case 'real':
      return literal(value.value)
    case 'get':
      return value.name
    case 'size':
      return `abs(${printReal(value.of, columns)})`
    default:
      return `(${printReal(value.left, columns)} ${signs[value.op]} ${printReal(value.right, columns)})`
  }
}

const printTruth = (value: Whole, columns: readonly string[]): string => {
  const sides = (of: { readonly left: Whole; readonly right: Whole }, sign: string): string =>
    `${printWhole(of.left, columns)} ${sign} ${printWhole(of.right, columns)}`
  switch (value.op) {
    case 'known':
      // PostgreSQL holds NaN equal to itself and above all numbers.
      return `${printReal(value.of, columns)} <> 'NaN'::float8`
    case 'compare':
      return `${printReal(value.left, columns)} ${value.operator} ${printReal(value.right, columns)}`
    case 'equal':
      return sides(value, '=')
    case 'at-least':
      return sides(value, '>=')
    case 'less':
      return sides(value, '<')
    case 'and':
      return `(${printTruth(value.left, columns)} AND ${printTruth(value.right, columns)})`
    case 'or':
      return `(${printTruth(value.left, columns)} OR ${printTruth(value.right, columns)})`
    default:
      return `${printWhole(value, columns)} <> 0`
  }
}

function printWhole(value: Whole, columns: readonly string[]): string {
  switch (value.op) {
    case 'whole':
      return `${value.value}`
    case 'read':
      return value.name
    case 'add':
      return `(${printWhole(value.left, columns)} + ${printWhole(value.right, columns)})`
    case 'least':
      return `least(${printWhole(value.left, columns)}, ${printWhole(value.right, columns)})`
    case 'most':
      return `greatest(${printWhole(value.left, columns)}, ${printWhole(value.right, columns)})`
    case 'choose':
      return `CASE WHEN ${printTruth(value.when, columns)} THEN ${printWhole(value.then, columns)} ELSE ${printWhole(value.otherwise, columns)} END`
    default:
      return `CASE WHEN ${printTruth(value, columns)} THEN 1 ELSE 0 END`
  }
}

const readsOf = (value: Real | Whole): readonly string[] => {
  if (value.op === 'get' || value.op === 'read') return [value.name]
  return Object.values(value).flatMap((part) => (typeof part === 'object' ? readsOf(part as Real | Whole) : []))
}

/** Steps by how deep they rest on others: one fenced subquery per depth, so that none is computed twice. */
const byDepth = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const depths = new Map<string, number>()
  const levels: Step[][] = []
  for (const step of steps) {
    const depth = Math.max(0, ...readsOf(step.value).map((name) => (depths.get(name) ?? 0) + 1))
    depths.set(step.name, depth)
    const level = levels[depth] ?? []
    level.push(step)
    levels[depth] = level
  }
  return levels
}

/**
 * A SELECT over `table` (a key column and the columns of columns.ts by name, double precision) giving the key and one
 * column per byte of the packed result, named by `b` and its offset. `OFFSET 0` fences each level: unfenced, the planner
 * copies every expression into each place that uses it.
 */
export const printSql = (definition: StandardDefinition, table: string, key: string): string => {
  const { steps, outputs } = buildProgram(definition)
  const { columns } = columnsOf(definition)
  const names = columns.map(({ name }) => name)
  const levels = byDepth(steps)
  const inner = levels.reduce(
    (from, level, depth) =>
      `(SELECT *, ${level
        .map(
          ({ kind, name, value }) =>
            `${kind === 'real' ? printReal(value as Real, names) : printWhole(value as Whole, names)} AS ${name}`,
        )
        .join(', ')} FROM ${from} OFFSET 0) AS l${depth}`,
    table,
  )
  return `SELECT ${key}, ${outputs.map(({ offset, name }) => `${name} AS b${offset}`).join(', ')} FROM ${inner}`
}
