import { type Amount, addAmounts, multiplyAmounts } from '../../kernel/fraction.ts'
import type { Cells } from './cells.ts'
import type { Comparison, Field, IndicatorPlan, NodeId, Plan, PlanNode } from './plan.ts'

type Value = Amount | boolean | null

const holds = (relation: Comparison, left: Amount, right: Amount): boolean => {
  switch (relation) {
    case '>=':
      return left >= right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '<':
      return left < right
  }
}

const ENDLESS = Number.POSITIVE_INFINITY

const times = (a: Amount, b: Amount): Amount => (a === ENDLESS || b === ENDLESS ? ENDLESS : multiplyAmounts(a, b))

const reachedCount = (nodes: readonly NodeId[], values: readonly Value[]): number =>
  nodes.reduce((count, id) => count + (values[id] === true ? 1 : 0), 0)

/** Best and worst level still possible. */
const levelsOf = ({ reached, levels }: IndicatorPlan, values: readonly Value[]): readonly [number, number] => {
  const last = levels.length - 1
  const worst = last - reachedCount(reached.certain, values)
  if (reached.kind === 'span') return [last - reachedCount(reached.possible, values), worst]
  return values[reached.unknown] === true ? [0, last] : [worst, worst]
}

const evaluate = (plan: Plan, node: PlanNode, cells: Cells, values: readonly Value[]): Value => {
  const amountOf = (id: NodeId): Amount | null => values[id] as Amount | null
  switch (node.op) {
    case 'column':
      return cells[node.column] ?? null
    case 'number':
    case 'constant':
      return node.value
    case 'positive': {
      const value = amountOf(node.of)
      return value !== null && value > 0 ? value : null
    }
    case 'product':
    case 'sum': {
      let result: Amount = node.op === 'sum' ? 0 : 1
      for (const id of node.of) {
        const value = amountOf(id)
        if (value === null) return null
        result = node.op === 'sum' ? addAmounts(result, value) : times(result, value)
      }
      return result
    }
    case 'compare':
    case 'compare-wide': {
      const left = amountOf(node.left)
      const right = amountOf(node.right)
      return left !== null && right !== null && holds(node.relation, left, right)
    }
    case 'unknown':
      return values[node.of] === null
    case 'is':
      return cells[node.column] === node.code
    case 'not':
      return values[node.of] !== true
    case 'and':
      return node.of.every((id) => values[id] === true)
    case 'or':
      return node.of.some((id) => values[id] === true)
    case 'score': {
      let points = 0
      for (const position of node.indicators) {
        const indicator = plan.indicators[position] as IndicatorPlan
        const [best, worst] = levelsOf(indicator, values)
        points += indicator.levels[node.end === 'upper' ? best : worst]?.points ?? 0
      }
      return points >= node.atLeast
    }
  }
}

/**
 * Runs a plan over one enterprise's cells node by node, in BigInt where it takes one: exact for any size of amount, slow,
 * and the measure of the generated ones. Writes the words of the result at `at`.
 */
export const interpret = (plan: Plan, cells: Cells, words: Uint32Array, at = 0): void => {
  const values: Value[] = []
  for (const node of plan.nodes) values.push(evaluate(plan, node, cells, values))
  const { layout } = plan
  words.fill(0, at, at + layout.words)
  const put = ({ word, shift }: Field, code: number): void => {
    words[at + word] = ((words[at + word] as number) | (code << shift)) >>> 0
  }
  const verdict = ({ certain, possible }: { readonly certain: NodeId; readonly possible: NodeId }): number =>
    (values[certain] === true ? 1 : 0) + (values[possible] === true ? 1 : 0)
  put(layout.outcome, verdict(plan.outcome))
  plan.conditions.forEach((condition, position) => {
    put(layout.conditions[position] as Field, verdict(condition.verdict))
  })
  plan.indicators.forEach((indicator, position) => {
    const [best, worst] = levelsOf(indicator, values)
    const { kind } = indicator.reached
    const open = best === worst ? best : indicator.levels.length
    put(layout.indicators[position] as Field, kind === 'settled' ? open : (worst * (worst + 1)) / 2 + best)
  })
}
