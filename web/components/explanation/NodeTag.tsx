import type { Explanation, Verdict } from '../../../regime/evaluation/explanation.ts'
import { Tag } from '../tag/Tag.tsx'

const tones = { met: 'pass', unmet: 'fail', undetermined: 'open' } as const

/** What the verdict of a node is called depends on what the node is: an entry counts, a condition is met. */
const words: Readonly<Record<'item' | 'reason' | 'other', Readonly<Record<Verdict, string>>>> = {
  item: { met: '计入', unmet: '不计入', undetermined: '能否计入未定' },
  reason: { met: '符合', unmet: '不符合', undetermined: '未定' },
  other: { met: '满足', unmet: '不满足', undetermined: '未定' },
}

/** The verdict of one node of the explanation, in the word that fits it. */
export const NodeTag = ({ node }: { readonly node: Explanation }) => {
  if (!node.verdict) return null
  const { kind, verdict } = node
  return <Tag tone={tones[verdict]}>{words[kind === 'item' || kind === 'reason' ? kind : 'other'][verdict]}</Tag>
}
