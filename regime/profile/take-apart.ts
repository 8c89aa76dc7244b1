import type { Field, FieldList, MoneyUnit } from './field.ts'
import { pathOf } from './path.ts'
import { NONE } from './read-field.ts'
import { sections } from './sections.ts'

/** One thing to write into a profile. */
export interface Entering {
  readonly path: string
  readonly raw: string | null
  readonly unit: MoneyUnit | null
}

const leafOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const isMoney = ({ kind }: Field): boolean => kind === 'money' || kind === 'signed-money'

const at = (facts: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], facts)

const enter = (field: Field, path: string, value: unknown): readonly Entering[] => {
  // Null is a value of one kind only: not acquired by transfer.
  if (value === undefined || (value === null && field.kind !== 'day-or-none')) return []
  return [{ path, raw: value === null ? NONE : String(value), unit: isMoney(field) ? 'wan' : null }]
}

const enterList = (
  list: FieldList,
  within: readonly string[],
  value: unknown,
  newId: () => string,
): readonly Entering[] => {
  if (!Array.isArray(value)) return []
  const path = pathOf(list.path, ...within)
  if (value.length === 0) return [{ path, raw: NONE, unit: null }]
  return value.flatMap((item: Record<string, unknown>, index) => {
    const ids = [...within, newId()]
    return [
      { path: `${path}/${ids.at(-1)}`, raw: String(index + 1), unit: null },
      ...list.fields.flatMap((field) => enter(field, pathOf(field.path, ...ids), item[leafOf(field.path)])),
      ...(list.lists ?? []).flatMap((nested) => enterList(nested, ids, item[leafOf(nested.path)], newId)),
    ]
  })
}

/**
 * What to write into an empty profile so that it states these facts: the inverse of `assemble`. Fields of the form that
 * no standard asks for are taken from `about` and from the entries where they stand. Identity, titles, platform scores
 * and local points are not the firm's to state and are left out.
 */
export const takeApart = (facts: object, newId: () => string): readonly Entering[] =>
  sections.flatMap(({ fields, yearly, lists }) => [
    ...fields.flatMap((field) => enter(field, field.path, at(facts, field.path))),
    ...((at(facts, '/years') ?? []) as Record<string, unknown>[]).flatMap((figures) =>
      yearly.flatMap((field) => enter(field, pathOf(field.path, Number(figures.year)), figures[leafOf(field.path)])),
    ),
    ...lists.flatMap((list) => enterList(list, [], at(facts, list.path), newId)),
  ])
