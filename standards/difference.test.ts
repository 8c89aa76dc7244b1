import { describe, expect, test } from 'vitest'
import { differEditions } from '../regime/evaluation/difference/differ-editions.ts'
import { type Difference, differenceSentence } from '../regime/evaluation/difference/difference.ts'
import { type Edition, type EditionDocuments, loadEdition } from '../regime/evaluation/edition.ts'
import { StandardRefusal } from '../regime/evaluation/loading/standard-refusal.ts'
import { loadHouseEditions } from './load.ts'

type Path = readonly (string | number)[]

const house = loadHouseEditions()
const getEdition = (id: string): Edition => house.find(({ standard }) => standard.id === id) as Edition

/** The document with one leaf, or one entry, replaced; undefined takes the entry out. */
const changed = (value: unknown, [key, ...rest]: Path, to: unknown): unknown => {
  if (key === undefined) return to
  if (Array.isArray(value)) {
    if (rest.length === 0 && to === undefined) return value.filter((_, index) => index !== key)
    return value.map((one, index) => (index === key ? changed(one, rest, to) : one))
  }
  const { [String(key)]: own, ...others } = value as { readonly [key: string]: unknown }
  const next = changed(own, rest, to)
  // The key stays where it was, so that nothing but the value changes.
  return next === undefined
    ? others
    : Object.fromEntries(Object.entries(value as object).map(([name, old]) => [name, name === key ? next : old]))
}

const leavesOf = (value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
  return [[path, value]]
}

/** Every place of a document, mappings and entries of lists included. */
const placesOf = (value: unknown, path: Path = []): readonly Path[] => {
  const below = Array.isArray(value)
    ? value.flatMap((one, index) => placesOf(one, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))
      : []
  return [...(path.length > 1 ? [path] : []), ...below]
}

/** Values near a leaf's own that a loader might take: numbers moved, choices swapped, words added to. */
const variants = (value: unknown): readonly unknown[] => {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value - 1, value + 1]
  const text = String(value)
  const moved = [...text.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) =>
    [-1, 1].map((step) => {
      const next = String(Number(digits) + step).padStart(digits.length, '0')
      return text.slice(0, index) + next + text.slice(index + digits.length)
    }),
  )
  return [...moved, `${text}（改）`, ...(swaps[text] ?? [])]
}

const swaps: { readonly [text: string]: readonly string[] } = {
  one: ['two'],
  national: ['provincial'],
  provincial: ['national', 'municipal'],
  top50: ['top500'],
  top500: ['top50'],
  renewal: ['new'],
  specialised: ['innovative'],
  'invention-patent': ['software-copyright'],
  'utility-model': ['new-drug'],
  'rd-intensity': ['debt-ratio', 'net-profit-margin'],
  'debt-ratio': ['rd-intensity'],
  revenue: ['rd-expense'],
  total: ['innovation'],
  enterprise: ['maker'],
  SG: ['ES'],
}

const load = (documents: EditionDocuments): Edition | undefined => {
  try {
    return loadEdition(documents)
  } catch (refusal) {
    if (refusal instanceof StandardRefusal) return undefined
    throw refusal
  }
}

/** Entries with an id go by it in the terms' paths, as in those of the difference. */
const named = (documents: unknown, path: Path): readonly string[] => {
  let value = documents
  return path.map((key) => {
    value = (value as { readonly [key: string]: unknown })[key as string]
    const id = (value as { readonly id?: unknown } | undefined)?.id
    return path[0] === 'terms' && typeof key === 'number' && id !== undefined ? String(id) : String(key)
  })
}

const isAt = (difference: Difference, documents: EditionDocuments, path: Path): boolean => {
  const own = difference.path.map(String)
  const wanted = named(documents, path)
  return own.every((step, index) => step === wanted[index]) || wanted.every((step, index) => step === own[index])
}

/** What a change must come out as: something, at its place, saying two different things, and the reverse as well. */
const tellsOf = (before: Edition, after: Edition, path: Path): void => {
  const label = path.join('/')
  const differences = differEditions(before.documents, after.documents)
  const own = differences.filter((one) => isAt(one, after.documents, path) || isAt(one, before.documents, path))
  expect(own.length, `${label}：${differences.map(differenceSentence).join(' ')}`).toBeGreaterThan(0)
  for (const one of differences) expect(one.before?.text, label).not.toBe(one.after?.text)
  const back = differEditions(after.documents, before.documents)
  expect(back.length, label).toBeGreaterThan(0)
}

describe('R8.2 版本差异：文件里不同的，一处也不漏（第八条）', () => {
  test.each(house.map(({ standard }) => standard.id))('%s：与自己比较没有差异', (id) => {
    const { documents } = getEdition(id)
    expect(differEditions(documents, structuredClone(documents))).toEqual([])
  })

  test.each(house.map(({ standard }) => standard.id))('%s：任改一个值，差异都说到那一处', (id) => {
    const before = getEdition(id)
    let told = 0
    for (const [path, value] of leavesOf(before.documents))
      for (const to of variants(value)) {
        const after = load(changed(before.documents, path, to) as EditionDocuments)
        if (!after) continue
        expect(after.standard.edition).not.toBe(before.standard.edition)
        tellsOf(before, after, path)
        told += 1
      }
    expect(told).toBeGreaterThan(20)
  })

  test.each(house.map(({ standard }) => standard.id))('%s：任去掉一项，差异都说到那一处', (id) => {
    const before = getEdition(id)
    let told = 0
    for (const path of placesOf(before.documents)) {
      const after = load(changed(before.documents, path, undefined) as EditionDocuments)
      if (!after || after.standard.edition === before.standard.edition) continue
      const differences = differEditions(before.documents, after.documents)
      expect(differences.length, path.join('/')).toBeGreaterThan(0)
      for (const one of differences) expect(one.before?.text, path.join('/')).not.toBe(one.after?.text)
      expect(differEditions(after.documents, before.documents).length, path.join('/')).toBeGreaterThan(0)
      told += 1
    }
    expect(told).toBeGreaterThan(5)
  })
})

describe('R8.2 版本差异读得懂：更严、更宽、依据', () => {
  const sentences = (id: string, path: Path, to: unknown): readonly string[] => {
    const before = getEdition(id)
    const after = loadEdition(changed(before.documents, path, to) as EditionDocuments)
    return differEditions(before.documents, after.documents).map(differenceSentence)
  }
  const condition = (id: string, name: string): number =>
    (getEdition(id).documents.standard as { conditions: { id: string }[] }).conditions.findIndex(
      (one) => one.id === name,
    )
  const GIANT = 'miit-2026-2/little-giant'
  const at = (name: string, ...rest: Path): Path => ['standard', 'conditions', condition(GIANT, name), ...rest]

  test.each<[string, Path, unknown, RegExp]>([
    ['门槛提高更严', at('B2a', 'at-least'), '6000万元', /不低于 5000 万元 → .*不低于 6000 万元，更严/],
    ['上限提高更宽', at('B2d', 'at-most'), '80%', /不超过 75% → .*不超过 80%，更宽/],
    ['豁免门槛提高更严', at('B4', 'exempt', 0, 'at-least'), '2项', /不低于 1 项 → .*不低于 2 项，更严/],
    ['取消豁免更严', at('B2c', 'exempt'), undefined, /不作要求的情形）：取消 .*更严/],
    ['分数线降低更宽', at('B7', 'any', 0, 'at-least'), '55分', /不低于 60 分 → .*55 分，更宽/],
    ['同时满足里去掉一项更宽', at('B5', 'all', 1), undefined, /须同时满足的要求）：取消 .*更宽/],
    ['任一满足里去掉一项更严', at('B5', 'all', 0, 'any', 1), undefined, /任一满足即可的情形）：取消 .*更严/],
    ['权利人排名放宽', ['terms', 'rights', 'owner-rank', 'at-most'], 5, /权利人排名.*3 → 5，更宽/],
    ['只改依据', at('B2a', 'cite'), '附件2 二（一）', /（依据）：附件2 二 → 附件2 二（一）。$/],
  ])('%s', (_, path, to, wanted) => {
    const told = sentences(GIANT, path, to)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(wanted)
  })

  test.each(['specialised', 'little-giant'])('63号文与2号文（%s）：公众读到的差异里没有英文键', (tier) => {
    const found = differEditions(
      getEdition(`miit-2022-63/${tier}`).documents,
      getEdition(`miit-2026-2/${tier}`).documents,
    )
    const sides = found
      .filter(({ matter }) => matter !== '编号')
      .flatMap(({ place, before, after }) => [place, before?.text ?? '', after?.text ?? ''])
    expect(sides.filter((text) => /[a-z]{3}|\b(?:AR|ID|EP)\b/.test(text))).toEqual([])
  })
})
