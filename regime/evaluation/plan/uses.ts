import type { NodeId, Plan, PlanNode } from './plan.ts'

/** Nodes a node refers to, as often as it writes them. */
export const operandsOf = (node: PlanNode): readonly NodeId[] => {
  switch (node.op) {
    case 'not':
      return [node.of]
    case 'positive':
    case 'unknown':
      return [node.of, node.of]
    case 'product':
    case 'sum':
    case 'and':
    case 'or':
      return node.of
    case 'compare':
      return [node.left, node.right]
    case 'compare-wide':
      return [node.left, node.right, node.left, node.right]
    default:
      return []
  }
}

/** How often each node is referred to: one used once is written where it is used, others get a name. */
export const countUses = ({ nodes, indicators, conditions, outcome }: Plan): readonly number[] => {
  const uses = nodes.map(() => 0)
  const use = (id: NodeId): void => {
    uses[id] = (uses[id] ?? 0) + 1
  }
  for (const node of nodes) operandsOf(node).forEach(use)
  for (const { reached } of indicators) {
    reached.certain.forEach(use)
    if (reached.kind === 'span') reached.possible.forEach(use)
    else use(reached.unknown)
  }
  for (const { certain, possible } of [...conditions.map(({ verdict }) => verdict), outcome]) {
    use(certain)
    use(possible)
  }
  return uses
}
