import { join } from 'node:path'
import { readStandardTexts } from '../standards/load.ts'
import type { UploadedFile } from '../standards/upload.ts'

const texts = readStandardTexts(join(import.meta.dirname, '../standards'))

const textOf = (file: string): string => {
  const text = texts[file]
  if (text === undefined) throw new Error(`no ${file}`)
  return text
}

/** A text with one part replaced; fails where the part is not there. */
export const replaced = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`not in the text: ${from}`)
  return text.replace(from, to)
}

/** Files of an invented instrument for tier 1: research must be 4% for full points, in force from 2026-10-01. */
export const newInstrument = (id = 'demo-2026-9', from = '2026-10-01'): readonly UploadedFile[] => {
  const own = [
    ['id: miit-2022-63/innovative', `id: ${id}/innovative`],
    ['title: 创新型中小企业评价标准', 'title: 创新型中小企业评价标准（虚构的新版）'],
    ['instrument: 工信部企业〔2022〕63号', 'instrument: 演示〔2026〕9号'],
    ['in-force: { from: 2022-08-01 }', `in-force: { from: ${from} }`],
    ['{ option: A, points: 20, from: 5% }', '{ option: A, points: 20, from: 6% }'],
    ['{ option: B, points: 15, from: 3%, to: 5% }', '{ option: B, points: 15, from: 3%, to: 6% }'],
  ] as const
  const text = own.reduce((before, [part, to]) => replaced(before, part, to), textOf('miit-2022-63/innovative.yaml'))
  return [
    { name: 'innovative.yaml', text },
    { name: 'terms.yaml', text: textOf('miit-2022-63/terms.yaml') },
  ]
}

/** A corrected reading of the standard in force: same id, another floor. */
export const correctedReading = (): readonly UploadedFile[] => [
  {
    name: 'innovative.yaml',
    text: replaced(
      textOf('miit-2022-63/innovative.yaml'),
      '{ score: growth, at-least: 15, name: 成长性得分 }',
      '{ score: growth, at-least: 10, name: 成长性得分 }',
    ),
  },
]

/** An invented notice's own condition for tier 1. */
export const notice = (from = '2026-01-01'): UploadedFile => ({
  name: 'notice-2026.yaml',
  text: `id: demo/notice-2026
title: 虚构通知的附加条件
of: [miit-2022-63/innovative]
document: 演示函〔2026〕20号
in-force: { from: ${from} }
add:
  - { id: N1, name: 上年度营业收入总额 500 万元以上, cite: 一, metric: revenue, year: Y-1, at-least: 500万元 }
`,
})
