import type { Verdict } from '../../regime/evaluation/explanation.ts'
import type { Line, Outline, Passage, Score, Section } from '../../regime/evaluation/telling/outline.ts'
import { pointsText } from '../../regime/evaluation/telling/words.ts'
import { formulaLine } from './formula-line.ts'
import { cells, padEnd, padStart, wrap } from './layout.ts'

const verdictMarks: { readonly [V in Verdict]: string } = {
  met: '[满足]  ',
  unmet: '[不满足]',
  undetermined: '[待定]  ',
}

const BAR = 40

/** Points as a bar: certain full, possible light. */
const bar = ({ min, max, cap }: Score): string => {
  const full = Math.round((min / cap) * BAR)
  const open = Math.round((max / cap) * BAR) - full
  return '█'.repeat(full) + '▒'.repeat(open) + '·'.repeat(BAR - full - open)
}

const floorOf = ({ floor }: Score): string => (floor === undefined ? '' : `　下限 ${floor}`)

const rule = (title: string, width: number): string => `${title} ${'─'.repeat(Math.max(0, width - cells(title) - 1))}`

/** A text after its head, later lines under its beginning. */
const under = (head: string, text: string, width: number, indent: string): string =>
  wrap(text, width, `${indent}${head}`, `${indent}${' '.repeat(cells(head))}`)

const lineOf = (line: Line, width: number, indent: string): string => {
  switch (line.kind) {
    case 'sentence':
      return wrap(line.text, width, indent, indent)
    case 'formula':
      return under('算式  ', formulaLine(line), width, indent)
    case 'bands':
      return under(
        '各档  ',
        line.bands
          .map(({ label, points, state }) => {
            const sign = { hit: '▶\u00a0', open: '▷\u00a0', missed: '' }[state]
            return `${sign}${label}\u00a0${points}\u00a0分`
          })
          .join('\u00a0｜ '),
        width,
        indent,
      )
    case 'citation':
      return under('依据  ', line.text, width, indent)
    case 'note':
      return under(line.uncertain ? '待核  ' : `${line.label}  `, line.text, width, indent)
  }
}

const reasonsOf = ({ reasons }: Passage, width: number, indent: string): string[] =>
  reasons.length === 0
    ? []
    : [under('其余  ', reasons.map(({ mark, text }) => `${mark.sign} ${text}`).join('；'), width, indent)]

/** A part of an indicator or condition: sign, name and sentence in one, what belongs to it below. */
const partLines = (part: Passage, width: number, indent: string): string[] => {
  const head = part.mark ? `${part.mark.sign} ` : '· '
  const inner = `${indent}${' '.repeat(cells(head))}`
  return [
    under(head, part.runIn, width, indent),
    ...part.lines.filter(({ kind }) => kind !== 'sentence').map((line) => lineOf(line, width, inner)),
    ...reasonsOf(part, width, inner),
    ...part.parts.flatMap((deeper) => partLines(deeper, width, inner)),
  ]
}

const inside = (passage: Passage, width: number, indent: string): string[] => [
  ...passage.lines.map((line) => lineOf(line, width, indent)),
  ...passage.parts.flatMap((part) => partLines(part, width, indent)),
]

const indicatorLines = (passage: Passage, width: number): string[] => {
  const { id = '', name, option = '', score } = passage
  const points = score ? `${pointsText(score)}/${score.cap} 分` : ''
  const right = option.padEnd(2) + padStart(points, 12)
  const [first = '', ...more] = wrap(name, width - cells(right) - 2, padEnd(id, 5), '     ').split('\n')
  return ['', `${padEnd(first, width - cells(right))}${right}`, ...more, ...inside(passage, width, '     ')]
}

const conditionLines = (passage: Passage, width: number): string[] => {
  const mark = passage.mark ? verdictMarks[passage.mark.verdict] : ''
  const indent = ' '.repeat(cells(mark) + 1)
  return [
    '',
    under(`${mark} `, passage.id === undefined ? passage.name : `${passage.id} ${passage.name}`, width, ''),
    ...inside(passage, width, indent),
  ]
}

const sectionLines = ({ kind, title, lines, passages }: Section, width: number): string[] => [
  '',
  rule(title, width),
  ...lines.map((line) => lineOf(line, width, '')),
  ...passages.flatMap((passage) =>
    kind === 'indicators' ? indicatorLines(passage, width) : conditionLines(passage, width),
  ),
]

const scoreLines = ({ score, dimensions }: Outline): string[] => {
  if (!score) return []
  const named = Math.max(0, ...dimensions.map(({ name }) => cells(name)))
  return [
    '',
    `总分 ${pointsText(score)} / ${score.cap}${floorOf(score)}`,
    ...dimensions.map(
      (own) => `${padEnd(own.name, named)}  ${bar(own)}  ${padStart(pointsText(own), 5)} / ${own.cap}${floorOf(own)}`,
    ),
  ]
}

const missingLines = ({ missing }: Outline, width: number): string[] =>
  missing.length === 0
    ? []
    : [
        '',
        rule('还需要的事实（最能决定结论的在前）', width),
        ...missing.map(({ name, path }, index) =>
          wrap(`${name}  ${path}`, width, `${padStart(`${index + 1}`, 3)}. `, '     '),
        ),
      ]

/** A result for people to read in a terminal or print: verdict, score, what is missing, every point, every condition. */
export const readingForm = (outline: Outline, width: number): string => {
  const { title, citation, enterprise, asOf, outcomeWord, sentence, cautions, sections, notes, edition, facts } =
    outline
  return [
    wrap(`${title}（${citation}）`, width, '', ''),
    wrap([enterprise.name, enterprise.uscc, `申报日 ${asOf}`].filter(Boolean).join('　'), width, '', ''),
    '',
    under(`【${outcomeWord}】`, sentence, width, ''),
    ...cautions.map((text) => wrap(text, width, '', '')),
    ...scoreLines(outline),
    ...missingLines(outline, width),
    ...sections.flatMap((section) => sectionLines(section, width)),
    ...notes.flatMap((note) => ['', lineOf(note, width, '')]),
    '',
    `标准 ${edition}`,
    `事实 ${facts}`,
    '',
  ].join('\n')
}
