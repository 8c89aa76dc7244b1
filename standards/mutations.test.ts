import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { judge } from '../regime/evaluation/evaluate.ts'
import type { Facts } from '../regime/evaluation/facts.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { loadStandardTexts, readStandardTexts, StandardFileRefusal } from './load.ts'

// Every number of the law in the YAML carries weight: raised by one, it is refused by the loader or changes the result of
// a worked example. What survives is a number that nothing checks.

const folder = import.meta.dirname
const texts = readStandardTexts(folder)

/** Facts of the worked examples, by the standard they are for. */
const examples = new Map<string, Facts[]>()
for (const instrument of ['miit-2022-63', 'miit-2026-2', 'henan-2023-131', 'sme-size-2011-300'])
  for (const name of readdirSync(join(folder, instrument, 'examples'))) {
    const { 企业, 例 } = parse(readFileSync(join(folder, instrument, 'examples', name), 'utf8')) as {
      企业: FactsDocument
      例: readonly { readonly 若: { readonly [path: string]: unknown } }[]
    }
    const id =
      instrument === 'sme-size-2011-300' ? 'henan-2023-131/eligibility' : `${instrument}/${name.replace('.yaml', '')}`
    const facts = 例.map(({ 若 }) =>
      parseFacts(
        changeFacts(
          企业,
          Object.fromEntries(Object.entries(若).map(([path, value]) => [path, value === '未填' ? undefined : value])),
        ),
      ),
    )
    examples.set(id, [...(examples.get(id) ?? []), ...facts])
  }

const resultOf = (standard: Standard): string =>
  JSON.stringify(
    (examples.get(standard.id) ?? []).map((facts) => {
      const { edition: _edition, ...rest } = judge(standard, facts).result
      return rest
    }),
  )

const before = new Map(
  loadStandardTexts(texts).map((standard) => [standard.id, { edition: standard.edition, result: resultOf(standard) }]),
)

/** Whether any example of a standard that the change touches comes out otherwise. */
const isNoticed = (changed: readonly Standard[]): boolean =>
  changed.some((standard) => {
    const was = before.get(standard.id)
    return was?.edition !== standard.edition && was?.result !== resultOf(standard)
  })

/** Places of numbers that decide: not in comments, citations, names, ids, labels or dates. */
const numbersIn = (text: string): readonly { readonly at: number; readonly number: string }[] => {
  const found: { at: number; number: string }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const skipped = line.replace(
      /#.*$|(?:cite|name|title|note|uncertain|label|instrument|aim|id|option|in-force|first-list|condition|inventions|kinds|offices|prefixes|not-covered): (?:\[[^\]]*\]|\{[^}]*\}|[^,}]*)/g,
      (all) => ' '.repeat(all.length),
    )
    for (const match of skipped.matchAll(/(?<![\w-])(\d+)(?=[^\d.]|$)/g))
      found.push({ at: start + (match.index ?? 0), number: match[1] ?? '' })
    start += line.length + 1
  }
  return found
}

/** Numbers that cannot change a verdict, with the reason: whoever lies beyond them meets the neighbouring class anyway. */
const idle: { readonly [file: string]: readonly string[] } = {
  // Above 1 亿元 6% is asked of nobody: 3% of the first class is met by whoever meets it.
  'miit-2022-63/little-giant.yaml': ['at-most: 1亿元'],
}

describe.each(Object.keys(texts))('%s', (file) => {
  const text = texts[file] ?? ''
  test('任何一个数改动，算例都会发现', () => {
    const survivors: string[] = []
    for (const { at, number } of numbersIn(text)) {
      if ((idle[file] ?? []).some((passage) => text.slice(at - 'at-most: '.length).startsWith(passage))) continue
      const changed = `${text.slice(0, at)}${Number(number) + 1}${text.slice(at + number.length)}`
      try {
        if (!isNoticed(loadStandardTexts({ ...texts, [file]: changed })))
          survivors.push(`第 ${text.slice(0, at).split('\n').length} 行的 ${number}`)
      } catch (refusal) {
        if (!(refusal instanceof StandardFileRefusal)) throw refusal
      }
    }
    expect(survivors).toEqual([])
  }, 120_000)
})
