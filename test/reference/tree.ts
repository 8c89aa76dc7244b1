// What is open, what can still come of it, and which unknown facts matter.
//
// A standard is a tree. Its leaves are the single tests and metrics of the contract ("Each metric is decided alone"):
// one comparison of one metric, one flag, one window of days, one banded metric. A leaf lists the values that are still
// possible: one when it is decided, both verdicts (or the points of every option) when it is unknown or undetermined.
// Everything above a leaf is computed, never guessed. Two leaves are free of each other even where the same fact stands
// under both: that is what "decided alone" and "nothing is inferred from another field" mean.
//
// In such a tree the set of possible values of a node says exactly what Kleene's logic and the addition of interval ends
// say: {true} is met, {false} unmet, both undetermined; the least and the greatest possible points are the ends.
//
// `missing`, read from the contract: "the unknown facts under those open nodes whose resolution can still change the
// outcome by this logic". An open leaf can change the outcome when there are values for all other open leaves, each one
// possible for it, with which two of its own possible values give different outcomes. The facts wanted are the unknown
// ones under such leaves. It follows that
//  - nothing below a decided node is wanted (a condition failed by another part, a route that is already met);
//  - an indicator is wanted only where its points, with some possible points of the others, tip the score or a floor —
//    jointly: where the floor of its neighbour already decides, an indicator that only adds to the sum is not wanted;
//  - inside an indicator an option is wanted only if reaching it would do (a right better than the one already certain);
//  - a ratio over zero is open for ever and wants no known fact, but an unknown numerator above it is still an unknown
//    fact under an open node.

/** A verdict or points. */
export type Value = boolean | number

/** A single test or metric: the values still possible and, while open, the unknown facts it waits for. */
export interface Leaf {
  readonly possible: readonly Value[]
  readonly unknown: readonly string[]
}

/** A node computed from its children one after the other. */
export interface Fold {
  readonly children: readonly Node[]
  readonly start: State
  readonly step: (state: State, value: Value, index: number) => State
  readonly finish: (state: State) => Value
}

export type Node = Leaf | Fold
type State = Value | readonly Value[]
type Pair = readonly [State, State]

const isLeaf = (node: Node): node is Leaf => 'possible' in node

/** A decided test. */
export const decided = (value: Value): Leaf => ({ possible: [value], unknown: [] })

/** A test that waits for facts, or (without any) that no fact can decide: a ratio over zero, an uncovered industry. */
export const open = (unknown: readonly string[], possible: readonly Value[] = [false, true]): Leaf => ({
  possible: [...new Set(possible)],
  unknown,
})

/** 同时满足: all of them. */
export const all = (...children: Node[]): Node => ({
  children,
  start: true,
  step: (state, value) => state === true && value === true,
  finish: (state) => state === true,
})

/** 任一: any one of them. */
export const any = (...children: Node[]): Node => ({
  children,
  start: false,
  step: (state, value) => state === true || value === true,
  finish: (state) => state === true,
})

/** 未…: the contrary. */
export const not = (child: Node): Node => ({
  children: [child],
  start: false,
  step: (_, value) => value !== true,
  finish: (state) => state === true,
})

/** How many of them. */
export const howMany = (children: readonly Node[]): Node => ({
  children,
  start: 0,
  step: (state, value) => (state as number) + (value === true ? 1 : 0),
  finish: (state) => state as number,
})

/** The sum of points. */
export const sum = (children: readonly Node[]): Node => ({
  children,
  start: 0,
  step: (state, value) => (state as number) + (value as number),
  finish: (state) => state as number,
})

/** The best of points. */
export const best = (children: readonly Node[]): Node => ({
  children,
  start: 0,
  step: (state, value) => Math.max(state as number, value as number),
  finish: (state) => state as number,
})

/** Points or a verdict read off one number. */
export const from = (child: Node, read: (value: number) => Value): Node => ({
  children: [child],
  start: 0,
  step: (_, value) => value,
  finish: (state) => read(state as number),
})

/** A number of points is reached (本数 included). */
export const reaches = (child: Node, least: number): Node => from(child, (value) => value >= least)

/** At least n of them. */
export const atLeast = (least: number, children: readonly Node[]): Node => reaches(howMany(children), least)

const unique = (pairs: readonly Pair[]): Pair[] => {
  const seen = new Map<string, Pair>()
  for (const pair of pairs) seen.set(pair.map(String).join('|'), pair)
  return [...seen.values()]
}

const holds = (node: Node, leaf: Leaf): boolean =>
  isLeaf(node) ? node === leaf : node.children.some((child) => holds(child, leaf))

/**
 * The pairs of values a node can take when one open leaf takes this and that value, all other leaves being equal and
 * free. Neighbouring values of the leaf are enough: if two distant ones give different outcomes, two neighbours do.
 */
const pairsOf = (node: Node, watched: Leaf): Pair[] => {
  if (!holds(node, watched)) return possibleValues(node).map((value): Pair => [value, value])
  if (isLeaf(node)) return node.possible.slice(1).map((value, index): Pair => [node.possible[index] as Value, value])
  let states: Pair[] = [[node.start, node.start]]
  node.children.forEach((child, index) => {
    const values = pairsOf(child, watched)
    const next = ([one, two]: Pair, [a, b]: Pair): Pair => [
      node.step(one, a as Value, index),
      node.step(two, b as Value, index),
    ]
    states = unique(states.flatMap((state) => values.map((value) => next(state, value))))
  })
  return unique(states.map(([one, two]): Pair => [node.finish(one), node.finish(two)]))
}

const known = new WeakMap<Node, Value[]>()

/** The values a node can still take. */
export const possibleValues = (node: Node): Value[] => {
  if (isLeaf(node)) return [...node.possible]
  const before = known.get(node)
  if (before) return before
  let states: State[] = [node.start]
  node.children.forEach((child, index) => {
    const values = possibleValues(child)
    const next = states.flatMap((state) => values.map((value) => node.step(state, value, index)))
    states = [...new Map(next.map((state) => [String(state), state])).values()]
  })
  const values = [...new Set(states.map((state) => node.finish(state)))]
  known.set(node, values)
  return values
}

const leavesOf = (node: Node): Leaf[] => (isLeaf(node) ? [node] : node.children.flatMap(leavesOf))

/** The unknown facts under the open leaves that can still change the value of this node, sorted. */
export const decisiveFacts = (root: Node): string[] => {
  const facts = new Set<string>()
  for (const leaf of leavesOf(root)) {
    if (leaf.unknown.every((fact) => facts.has(fact))) continue
    if (pairsOf(root, leaf).some(([one, two]) => one !== two)) for (const fact of leaf.unknown) facts.add(fact)
  }
  return [...facts].sort()
}
