import type { Explanation } from '../explanation.ts'
import type { Section } from './outline.ts'
import { scoreOf, tellNode } from './tell-node.ts'

const ofDimension = (node: Explanation): Section => {
  const { id, name, sentence, citation, children = [] } = node
  const score = scoreOf(node)
  return {
    key: id,
    kind: 'indicators',
    title: name,
    ...(score ? { score } : {}),
    lines: [
      { kind: 'sentence', text: sentence },
      ...(citation === undefined ? [] : [{ kind: 'citation', text: citation } as const]),
    ],
    passages: children.map((child) => tellNode(child)),
  }
}

/** What a standard's tree has to say below its head: dimension after dimension, then the conditions. */
export const tellSections = ({ children = [] }: Explanation): readonly Section[] => {
  const dimensions = children.filter(({ kind }) => kind === 'dimension')
  const conditions = children.filter(({ kind }) => kind !== 'dimension')
  return [
    ...dimensions.map(ofDimension),
    ...(conditions.length > 0
      ? [
          {
            key: 'conditions',
            kind: 'conditions',
            title: '各项条件',
            lines: [],
            passages: conditions.map((child) => tellNode(child)),
          } as const,
        ]
      : []),
  ]
}
