import type { Explanation, Points, Verdict } from '../../regime/evaluation/explanation.ts'
import { nameOfFact } from '../../regime/evaluation/fact-names.ts'
import type { Facts } from '../../regime/evaluation/facts.ts'
import { printable } from '../../regime/evaluation/facts-refusal.ts'
import type { Result } from '../../regime/evaluation/result.ts'
import { formulaLine } from './formula-line.ts'
import { cells, padEnd, padStart, wrap } from './layout.ts'

const outcomeWords: { readonly [V in Verdict]: string } = { met: '达到', unmet: '达不到', undetermined: '还不能确定' }
const verdictMarks: { readonly [V in Verdict]: string } = {
  met: '[满足]  ',
  unmet: '[不满足]',
  undetermined: '[待定]  ',
}
const entryMarks: { readonly [V in Verdict]: string } = { met: '[计入]', unmet: '[不计]', undetermined: '[待定]' }

const span = ({ min, max }: Points): string => (min === max ? `${min}` : `${min}–${max}`)

const BAR = 40

/** Points as a bar: certain full, possible light, with the floor below it in words. */
const bar = ({ min, max }: Points, cap: number): string => {
  const full = Math.round((min / cap) * BAR)
  const open = Math.round((max / cap) * BAR) - full
  return '█'.repeat(full) + '▒'.repeat(open) + '·'.repeat(BAR - full - open)
}

const details = (node: Explanation, width: number, indent: string): string[] => {
  const say = (head: string, text: string): string =>
    wrap(`${head}${text}`, width, indent, `${indent}${' '.repeat(cells(head))}`)
  const lines: string[] = []
  const { formula, threshold, bands, notes = [], citation } = node
  if (formula && formula.expression.form !== 'value')
    lines.push(say('算式  ', `${formulaLine(formula)}${threshold ? `　要求 ${threshold.text}` : ''}`))
  if (bands)
    lines.push(
      say(
        '各档  ',
        bands
          .map(
            ({ label, points, state }) =>
              `${state === 'hit' ? '▶ ' : state === 'open' ? '？ ' : ''}${label} ${points} 分`,
          )
          .join(' ｜ '),
      ),
    )
  for (const { kind, text } of notes) lines.push(say(kind === 'uncertain' ? '待核  ' : '口径  ', text))
  if (citation) lines.push(say('依据  ', citation))
  return lines
}

const entryLines = (node: Explanation, width: number, indent: string): string[] => [
  wrap(
    `${node.name}：${node.sentence.replace(/^(计入|不计|尚不能确定是否计入)：/, '')}`,
    width,
    `${indent}${node.verdict ? entryMarks[node.verdict] : ''} `,
    `${indent}       `,
  ),
]

const partLines = (node: Explanation, width: number, indent: string): string[] => {
  if (node.kind === 'item') return entryLines(node, width, indent)
  if (node.kind === 'reason') return []
  const deeper = `${indent}  `
  const head = node.verdict ? `${verdictMarks[node.verdict]} ` : '· '
  const lines = [
    wrap(
      node.sentence.startsWith(node.name)
        ? node.sentence
        : `${node.name}：${node.sentence.replace(/^(计入|不计|尚不能确定是否计入)：/, '')}`,
      width,
      `${indent}${head}`,
      `${indent}${' '.repeat(cells(head))}`,
    ),
  ]
  // Parts inherit their condition's citation; only what is theirs is told.
  const { citation: _inherited, ...own } = node
  if (node.kind !== 'condition') lines.push(...details(own, width, `${deeper}  `))
  for (const child of node.children ?? []) lines.push(...partLines(child, width, deeper))
  return lines
}

const indicatorLines = (node: Explanation, width: number): string[] => {
  const points = node.points ? `${span(node.points)}/${node.cap} 分` : ''
  const right = `${node.option ?? ''}`.padEnd(2) + padStart(points, 12)
  const left = wrap(node.name, width - cells(right) - 2, `${padEnd(node.id, 4)}`, '    ')
  const [first = '', ...more] = left.split('\n')
  return [
    '',
    `${padEnd(first, width - cells(right))}${right}`,
    ...more,
    wrap(node.sentence, width, '    ', '    '),
    ...(node.children ?? []).flatMap((child) => partLines(child, width, '    ')),
    ...details(node, width, '    '),
  ]
}

const conditionLines = (node: Explanation, width: number): string[] => [
  '',
  wrap(`${node.id} ${node.name}`, width, `${node.verdict ? verdictMarks[node.verdict] : ''} `, '         '),
  wrap(node.sentence, width, '         ', '         '),
  ...(node.children ?? []).flatMap((child) => partLines(child, width, '         ')),
  ...details(node, width, '         '),
]

const rule = (title: string, width: number): string => `${title} ${'─'.repeat(Math.max(0, width - cells(title) - 1))}`

/** A result for people to read in a terminal or print: verdict, score, every point, every condition, what is missing. */
export const readingForm = (
  { explanation, outcome, missing, inForce, edition, facts: factsDigest }: Result,
  facts: Facts,
  width: number,
): string => {
  const children = explanation.children ?? []
  const dimensions = children.filter(({ kind }) => kind === 'dimension')
  const conditions = children.filter(({ kind }) => kind === 'condition')
  const lines: string[] = [
    wrap(`${explanation.name}（${explanation.citation}）`, width, '', ''),
    wrap(
      [printable(facts.enterprise?.name ?? ''), facts.enterprise?.uscc, `申报日 ${facts.asOf}`]
        .filter(Boolean)
        .join('　'),
      width,
      '',
      '',
    ),
    '',
    wrap(explanation.sentence, width, `【${outcomeWords[outcome]}】`, ' '.repeat(cells(outcomeWords[outcome]) + 4)),
  ]
  if (!inForce) lines.push(wrap('申报日不在本标准施行期间内，结果仅供参照。', width, '        ', '        '))
  if (explanation.points && explanation.cap !== undefined) {
    lines.push(
      '',
      `总分 ${span(explanation.points)} / ${explanation.cap}${explanation.floor === undefined ? '' : `　下限 ${explanation.floor}`}`,
    )
    const named = Math.max(...dimensions.map(({ name }) => cells(name)))
    for (const { name, points, cap, floor } of dimensions)
      if (points && cap !== undefined)
        lines.push(
          `${padEnd(name, named)}  ${bar(points, cap)}  ${padStart(span(points), 5)} / ${cap}${floor === undefined ? '' : `　下限 ${floor}`}`,
        )
  }
  if (missing.length > 0) {
    lines.push('', rule('还需要的事实（最能决定结论的在前）', width))
    missing.forEach((path, index) => {
      lines.push(wrap(`${nameOfFact(path)}  ${path}`, width, `${padStart(`${index + 1}`, 3)}. `, '     '))
    })
  }
  for (const dimension of dimensions) {
    lines.push(
      '',
      rule(`${dimension.name} ${dimension.points ? span(dimension.points) : ''} / ${dimension.cap}`, width),
    )
    for (const indicator of dimension.children ?? []) lines.push(...indicatorLines(indicator, width))
  }
  lines.push('', rule('条件', width))
  for (const condition of conditions) lines.push(...conditionLines(condition, width))
  for (const { kind, text } of explanation.notes ?? [])
    lines.push('', wrap(text, width, kind === 'uncertain' ? '待核  ' : '口径  ', '      '))
  lines.push(
    '',
    wrap('本结果依所填事实计算，未经核实，不代表评价或认定结论。', width, '', ''),
    `标准 ${edition}`,
    `事实 ${factsDigest}`,
    '',
  )
  return lines.join('\n')
}
