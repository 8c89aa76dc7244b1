import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { readingForm } from '../cli/evaluate/reading-form.ts'
import type { Explanation, Expression } from '../regime/evaluation/explanation.ts'
import { openTypesetter, type Typesetter } from '../server/document/typeset.ts'
import { ExplanationTree } from '../web/components/explanation/ExplanationTree.tsx'
import { explained, firmsOf, standardIds } from './evaluation-papers.ts'
import { bare, pdfPages } from './pdf-text.ts'
import { firms } from './sample-firms.ts'

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const pageText = (html: string): string =>
  html.replace(/<[^>]+>/g, ' ').replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)

const values = (expression: Expression): readonly string[] =>
  expression.form === 'value' ? [expression.label, expression.text ?? '未填'] : expression.terms.flatMap(values)

/** Everything a tree says: each text must reach every reader. */
const saidBy = (node: Explanation): readonly string[] => [
  // A reason is one part of what its entry says.
  node.kind === 'reason' ? node.name : node.sentence,
  node.name,
  node.citation ?? '',
  ...(node.formula ? [...values(node.formula.expression), node.formula.result ?? ''] : []),
  ...(node.bands ?? []).flatMap(({ label, points }) => [label, String(points)]),
  ...(node.notes ?? []).flatMap(({ text, citation = '' }) => [text, citation]),
  ...(node.children ?? []).flatMap(saidBy),
]

let typeset: Typesetter
beforeAll(() => {
  typeset = openTypesetter()
})

describe('B1 R2.1 同一棵说明树，网页、命令行、PDF 说的一样', () => {
  describe.each(standardIds)('%s', (standard) => {
    test.each(firmsOf(standard))('%s：每个句子、算式、依据和理由三处都有', (_name, facts) =>
      demandAlike(standard, facts),
    )

    test('任意生成的企业也是', () =>
      fc.assert(
        fc.asyncProperty(firms, (facts) => demandAlike(standard, facts)),
        { numRuns: 8 },
      ))
  })
})

/** Reads all three back. */
const demandAlike = async (standard: string, facts: object): Promise<void> => {
  const { result, outline, paper } = explained(standard, facts)
  const page = bare(pageText(renderToStaticMarkup(createElement(ExplanationTree, { root: result.explanation }))))
  const terminal = bare(readingForm(outline, 100))
  const pdf = bare((await pdfPages(typeset(paper))).map(body).join(''))
  // The title of the standard stands in the head of its page, beside the tree.
  const { name: _title, ...tree } = result.explanation
  const texts = [...new Set(saidBy({ ...tree, name: '' }).map(bare))].filter((text) => text !== '')
  expect(texts.length).toBeGreaterThan(10)
  for (const [where, text] of Object.entries({ page, terminal, pdf }))
    expect(texts.filter((one) => !text.includes(one)).map((one) => `${where}: ${one}`)).toEqual([])
  // In the same order: top to bottom, sentence after sentence.
  const order = outline.sections.flatMap(({ passages }) => passages.map(({ lines }) => lines[0]))
  const firsts = order.map((line) => (line?.kind === 'sentence' ? bare(line.text) : ''))
  for (const text of [page, terminal, pdf]) expect(inOrder(text, firsts)).toBe(true)
}

/** A page of paper without the line at its head and the one at its foot, so that sentences that run over read on. */
const body = (page: string): string => page.trim().split('\n').slice(1, -1).join('\n')

const inOrder = (text: string, parts: readonly string[]): boolean => {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}
