import { expect, test } from 'vitest'
import { type Random, randomFrom } from './random.ts'
import {
  all,
  any,
  atLeast,
  decided,
  decisiveFacts,
  type Leaf,
  type Node,
  not,
  open,
  possibleValues,
  type Value,
} from './tree.ts'

/** The value of a tree when every leaf has one. */
const worthOf = (node: Node, chosen: ReadonlyMap<Leaf, Value>): Value => {
  if ('possible' in node) return chosen.get(node) as Value
  return node.finish(
    node.children.reduce((state, child, index) => node.step(state, worthOf(child, chosen), index), node.start),
  )
}

const leaves = (node: Node): Leaf[] => ('possible' in node ? [node] : node.children.flatMap(leaves))

/** Every way of giving each leaf one of its possible values. */
const choices = ([first, ...rest]: Leaf[]): Map<Leaf, Value>[] => {
  if (!first) return [new Map()]
  return choices(rest).flatMap((chosen) => first.possible.map((value) => new Map(chosen).set(first, value)))
}

const randomTree = (random: Random, depth: number): Node => {
  if (depth === 0 || random.chance(0.2)) {
    return random.chance(0.5) ? decided(random.chance(0.5)) : open([`/fact/${random.below(1000)}`])
  }
  const children = Array.from({ length: 1 + random.below(3) }, () => randomTree(random, depth - 1))
  return random.pick([
    all,
    any,
    (...nodes: Node[]) => atLeast(1 + random.below(2), nodes),
    (...nodes: Node[]) => not(all(...nodes)),
  ])(...children)
}

test('合同“未知”一节：与逐一试遍所有可能取值的结果一致', () => {
  let undetermined = 0
  for (let seed = 0; seed < 3000; seed += 1) {
    const tree = randomTree(randomFrom(seed), 3)
    const all = leaves(tree)
    if (all.filter((leaf) => leaf.possible.length > 1).length > 8) continue
    const ways = choices(all)
    expect(new Set(possibleValues(tree))).toEqual(new Set(ways.map((way) => worthOf(tree, way))))
    const facts = all.filter((leaf) =>
      ways.some((way) =>
        leaf.possible.some((value) => worthOf(tree, new Map(way).set(leaf, value)) !== worthOf(tree, way)),
      ),
    )
    expect(decisiveFacts(tree)).toEqual([...new Set(facts.flatMap((leaf) => leaf.unknown))].sort())
    if (facts.length > 0) undetermined += 1
  }
  expect(undetermined).toBeGreaterThan(300)
}, 60_000)
