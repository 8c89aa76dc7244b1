import { describe, expect, test } from 'vitest'
import { isScalar, LineCounter, type Pair, parseDocument, type Scalar, visit } from 'yaml'
import { loadStandardTexts, readStandardTexts, StandardFileRefusal } from './load.ts'

const texts = readStandardTexts(import.meta.dirname)

interface Fault {
  readonly file: string
  readonly text: string
  /** Lines on which the loader may name it: the place itself, or the block it belongs to. */
  readonly lines: readonly number[]
  readonly what: string
}

interface Written {
  readonly key: Scalar & { readonly range: readonly [number, number, number] }
  readonly value: Scalar & { readonly range: readonly [number, number, number]; readonly source: string }
  /** First line of the mapping it stands in. */
  readonly block: number
  readonly line: number
}

const written = (text: string, wanted: readonly string[]): readonly Written[] => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const lineAt = (offset: number): number => counter.linePos(offset).line
  const found: Written[] = []
  visit(document, {
    Pair: (_key, pair: Pair, path) => {
      if (!isScalar(pair.key) || !isScalar(pair.value) || !wanted.includes(String(pair.key.value))) return
      const parent = path[path.length - 1] as { readonly range?: readonly [number, number, number] | null }
      found.push({
        key: pair.key as Written['key'],
        value: pair.value as Written['value'],
        block: lineAt(parent.range?.[0] ?? 0),
        line: lineAt((pair.key as Written['key']).range[0]),
      })
    },
  })
  return found
}

const replaced = (text: string, { value }: Written, by: string): string =>
  text.slice(0, value.range[0]) + by + text.slice(value.range[1])

const without = (text: string, { key, value }: Written): string =>
  text.slice(0, key.range[0]) + text.slice(value.range[1]).replace(/^(?:,\s*|\s*\n\s*)/, '')

const faults = (wanted: readonly string[], make: (file: string, text: string, at: Written) => readonly Fault[]) =>
  Object.entries(texts).flatMap(([file, text]) => written(text, wanted).flatMap((at) => make(file, text, at)))

/** The fewest files that a file can be read with: a standard with its terms, terms with a standard that needs them. */
const besides = (file: string): { readonly [file: string]: string } => {
  const [instrument = '', name] = file.split('/')
  const needed =
    instrument === 'henan-2023-131' || instrument === 'sme-size-2011-300'
      ? ['henan-2023-131/eligibility.yaml', 'henan-2023-131/terms.yaml', 'sme-size-2011-300/industries.yaml']
      : [
          `${instrument}/terms.yaml`,
          ...(name === 'terms.yaml' ? [`${instrument}/specialised.yaml`, `${instrument}/little-giant.yaml`] : []),
        ]
  return Object.fromEntries(needed.map((one) => [one, texts[one] ?? '']))
}

/** Every such fault put into the files of the house, one at a time: each is refused in its file, on its line. */
const expectRefused = (made: readonly Fault[], problem: RegExp): void => {
  const wrong = made.flatMap(({ file, text, lines, what }) => {
    try {
      loadStandardTexts({ ...besides(file), [file]: text })
    } catch (refusal) {
      if (!(refusal instanceof StandardFileRefusal)) throw refusal
      const right = refusal.file === file && lines.includes(refusal.line) && problem.test(refusal.problem)
      return right ? [] : [`${file}:${lines.join('/')} ${what} → ${refusal.message}`]
    }
    return [`${file}:${lines.join('/')} ${what} → 装入了`]
  })
  expect(made.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
}

const inForce = (text: string, { line }: Written): boolean => (text.split('\n')[line - 1] ?? '').includes('in-force')

describe('逐处出错，逐处拒绝，写明本文件、本行', () => {
  test('任何一处依据都不能少', () => {
    const made = faults(['cite'], (file, text, at) => [
      { file, text: without(text, at), lines: [at.block - 1, at.block, 1], what: `去掉依据 ${at.value.source}` },
    ])
    expectRefused(made, /缺少依据/)
  })

  test('任何一处指标都要认识', () => {
    const made = faults(['metric', 'points-of'], (file, text, at) => [
      { file, text: replaced(text, at, 'no-such'), lines: [at.line], what: `指标改名 ${at.value.source}` },
    ])
    expectRefused(made, /不认识的指标“no-such”/)
  })

  test('任何一处分值都不能超过满分', () => {
    const made = faults(['points'], (file, text, at) => [
      { file, text: replaced(text, at, '99'), lines: [at.line], what: `分值改为 99 ${at.value.source}` },
    ])
    expectRefused(made, /99 分超过满分/)
  })

  test('任何一档的任何一端移动半个单位，不是有空隙就是重叠；写明在相邻两档之一', () => {
    const made = faults(['from', 'to'], (file, text, at) => {
      const parts = /^(\d+)(.*)$/.exec(at.value.source)
      if (!parts || inForce(text, at)) return []
      return (parts[1] === '0' ? [0.5] : [-0.5, 0.5]).map((shift) => ({
        file,
        text: replaced(text, at, `${Number(parts[1]) + shift}${parts[2]}`),
        lines: [at.line - 1, at.line, at.line + 1],
        what: `${at.value.source} 移动 ${shift}`,
      }))
    })
    expectRefused(made, /空隙|重叠/)
  })
})
