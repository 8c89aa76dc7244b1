import type { Expression } from '../../regime/evaluation/explanation.ts'
import type { Line, Outline, Passage, Score } from '../../regime/evaluation/telling/outline.ts'
import { spoken } from '../../regime/evaluation/telling/tell-formula.ts'
import { bandWords, pointsText } from '../../regime/evaluation/telling/words.ts'
import { instantText } from '../../regime/kernel/instant.ts'
import type { Coverage } from './font-coverage.ts'
import { type Data, legible } from './legible.ts'
import type { EvaluationPaper } from './paper.ts'

/** Each part of an expression with its reading, for those who hear the paper. */
const expressionData = (expression: Expression): Data =>
  expression.form === 'value'
    ? { form: 'value', label: expression.label, text: expression.text }
    : { form: expression.form, spoken: spoken(expression), terms: expression.terms.map(expressionData) }

const lineData = (line: Line): Data => {
  if (line.kind === 'bands')
    return { kind: line.kind, bands: line.bands.map((band) => ({ ...band, word: bandWords[band.state] })) }
  return line.kind === 'formula' ? { ...line, expression: expressionData(line.expression) } : { ...line }
}

const passageData = (passage: Passage): Data => ({
  ...(passage as unknown as { readonly [key: string]: Data }),
  lines: passage.lines.map(lineData),
  parts: passage.parts.map(passageData),
  ...(passage.score ? { 'score-text': pointsText(passage.score) } : {}),
})

const scoreRow = (name: string, score: Score, total: boolean): Data => [
  name,
  pointsText(score),
  `${score.cap}`,
  score.floor === undefined ? '—' : `${score.floor}`,
  total,
]

const outlineData = (outline: Outline): Data => ({
  title: outline.title,
  citation: outline.citation,
  outcome: outline.outcome,
  outcomeWord: outline.outcomeWord,
  sentence: outline.sentence,
  cautions: outline.cautions,
  scores: outline.score
    ? [
        ...outline.dimensions.map((dimension) => scoreRow(dimension.name, dimension, false)),
        scoreRow('总分', outline.score, true),
      ]
    : [],
  missing: outline.missing.map(({ name }) => ({ name })),
  sections: outline.sections.map(({ title, lines, passages }) => ({
    title,
    lines: lines.map(lineData),
    passages: passages.map(passageData),
  })),
  notes: outline.notes.map(lineData),
})

const stampOf = (instant: string): Data => {
  const [year, month, day, hour, minute, second] = instant.split(/\D/).map(Number)
  return { year, month, day, hour, minute, second }
}

const subjectRows = (outline: Outline): readonly Data[] => [
  ['企业名称', outline.enterprise.name ?? '未填'],
  ['统一社会信用代码', outline.enterprise.uscc ?? '未填'],
  ['申报日', outline.asOf],
]

const proofOf = ({ title, standard, edition }: Outline): readonly Data[] => [
  ['标准', `${title}（${standard}）`],
  ['标准摘要', edition],
]

/** A name that fits beside the day in the head of every page; the whole name stands on the first. */
const SHORT = 28
const shortened = (name: string): string => {
  const characters = [...name]
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join('')}…` : name
}

/** The data the template draws: every text ready, nothing left to decide but where it stands. */
export const paperData = (paper: EvaluationPaper, covers: Coverage): Data => {
  const { title, rows, outlines, proof, generatedAt } = paper
  const [first] = outlines
  if (!first) throw new RangeError('a paper is about at least one result')
  const made = `${instantText(generatedAt)}（北京时间）`
  const { data, unknown } = legible(
    {
      title,
      author: '梯度',
      stamp: stampOf(generatedAt),
      running: {
        left: `${title}　${shortened(first.enterprise.name ?? '')}`,
        right: `申报日 ${first.asOf}`,
        foot: `生成于 ${made}`,
      },
      rows: [...subjectRows(first), ...rows, ['生成时间', made]],
      outlines: outlines.map(outlineData),
      proof: [...outlines.flatMap(proofOf), ['事实摘要', first.facts], ...proof],
    },
    covers,
  )
  const closing = [
    '标准和事实摘要为 SHA-256：以同一事实、同一标准重新计算，结果和摘要都应相同。',
    ...(unknown.length > 0 ? ['有的字本文件所用字体没有，已用〔U+编码〕代替，以企业提交的原文为准。'] : []),
  ]
  return { ...(data as { readonly [key: string]: Data }), closing }
}
