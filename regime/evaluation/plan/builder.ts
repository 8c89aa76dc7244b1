import type { BooleanNode, NodeId, NumberNode, PlanNode, VerdictPlan } from './plan.ts'

/** Collects nodes; the same calculation, asked for twice, is the same node. */
export interface Builder {
  readonly nodes: readonly PlanNode[]
  add(node: NumberNode | BooleanNode): NodeId
  constant(value: boolean): NodeId
  not(of: NodeId): NodeId
  and(of: readonly NodeId[]): NodeId
  or(of: readonly NodeId[]): NodeId
  /** 同时满足. */
  all(verdicts: readonly VerdictPlan[]): VerdictPlan
  /** 任一满足. */
  any(verdicts: readonly VerdictPlan[]): VerdictPlan
}

export const newBuilder = (): Builder => {
  const nodes: PlanNode[] = []
  const known = new Map<string, NodeId>()
  const add = (node: PlanNode): NodeId => {
    const key = JSON.stringify(node)
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, nodes.length)
    return nodes.push(node) - 1
  }
  const constant = (value: boolean): NodeId => add({ op: 'constant', value })
  const isConstant = (id: NodeId, value: boolean): boolean => {
    const node = nodes[id]
    return node?.op === 'constant' && node.value === value
  }
  /** `neutral` drops out of the join, its opposite decides it. */
  const join = (op: 'and' | 'or', of: readonly NodeId[], neutral: boolean): NodeId => {
    const parts = [...new Set(of)].filter((id) => !isConstant(id, neutral)).sort((a, b) => a - b)
    if (parts.some((id) => isConstant(id, !neutral))) return constant(!neutral)
    if (parts.length === 0) return constant(neutral)
    return parts.length === 1 ? (parts[0] as NodeId) : add({ op, of: parts })
  }
  const and = (of: readonly NodeId[]): NodeId => join('and', of, true)
  const or = (of: readonly NodeId[]): NodeId => join('or', of, false)
  const halves = (verdicts: readonly VerdictPlan[], joined: (of: readonly NodeId[]) => NodeId): VerdictPlan => ({
    certain: joined(verdicts.map(({ certain }) => certain)),
    possible: joined(verdicts.map(({ possible }) => possible)),
  })
  return {
    nodes,
    add,
    constant,
    and,
    or,
    not: (of) => {
      const node = nodes[of]
      if (node?.op === 'constant') return constant(!node.value)
      return node?.op === 'not' ? node.of : add({ op: 'not', of })
    },
    all: (verdicts) => halves(verdicts, and),
    any: (verdicts) => halves(verdicts, or),
  }
}
