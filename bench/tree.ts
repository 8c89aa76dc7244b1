import { isDeepStrictEqual } from 'node:util'
import { judge } from '../regime/evaluation/evaluate.ts'
import { explainStandard } from '../regime/evaluation/explaining/explain-standard.ts'
import type { Explanation } from '../regime/evaluation/explanation.ts'
import type { Facts } from '../regime/evaluation/facts.ts'
import { takeTrace } from '../regime/evaluation/nodes/take-trace.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { canonicalise } from '../regime/kernel/canonical.ts'
import { digest } from '../regime/kernel/sha256.ts'
import { inventFirms } from './firms.ts'
import { handTree } from './hand-tree.ts'
import { compare } from './measure.ts'
import type { Row } from './table.ts'

const FIRMS = 500

/** The tree alone, as `explain` builds it, without the digest of the facts. */
export const treeOf = ({ definition }: Standard, facts: Facts): Explanation => {
  return explainStandard(takeTrace(definition, facts), [])
}

/** The engine's tree against the tree written by hand, facts object to tree. */
export const benchTree = (standard: Standard): readonly Row[] => {
  const firms = inventFirms(FIRMS, 22).map(parseFacts)
  for (const facts of firms) {
    const told = judge(standard, facts)
    if (told.result.outcome === 'undetermined') throw new Error('every fact was to be known')
    if (!isDeepStrictEqual(told.explain(), handTree(facts))) throw new Error('engine and hand-written tree differ')
  }
  const over = (work: (facts: Facts) => unknown) => (): void => {
    for (const facts of firms) work(facts)
  }
  const times = compare({
    tree: over((facts) => treeOf(standard, facts)),
    hand: over(handTree),
    result: over((facts) => judge(standard, facts).explain()),
    digest: over((facts) => digest(canonicalise(facts.source))),
  })
  const { tree = 1, hand = 1, result = 1, digest: digested = 1 } = times
  const micro = (ms: number): string => `${((ms / FIRMS) * 1000).toFixed(1)} µs`
  const ratio = hand / tree
  const whole = (hand + digested) / result
  return [
    {
      what: 'explained evaluation, facts object → tree, vs the same tree by hand',
      goal: '≥ 1.0×',
      value: `${ratio.toFixed(2)}×`,
      reached: ratio >= 1,
      note: `${micro(tree)} against ${micro(hand)}`,
    },
    {
      what: 'the whole result, digest of the facts included',
      goal: '–',
      value: `${whole.toFixed(2)}×`,
      note: `${micro(result)} against ${micro(hand + digested)}, of which digest ${micro(digested)}`,
    },
  ]
}
