import type { Metric } from '../metric.ts'
import type { Terms } from '../terms.ts'

/** What a standard may say about a metric beside its name. */
export interface MetricArguments {
  /** `year: Y-1` → 1: the one fiscal year. */
  readonly year?: number
  /** `years: Y-3..Y-1` → [3, 1]. */
  readonly years?: readonly [first: number, last: number]
  /** `where: …`: what an entry of a list must be. */
  readonly where?: { readonly [key: string]: unknown }
}

/** A metric by its id, as standards name it. */
export interface MetricDefinition {
  readonly id: string
  /** The arguments it takes, all of them required, except `where`. */
  readonly takes: readonly (keyof MetricArguments)[]
  /** Binds it to the terms of an instrument. Throws a BindingProblem when they or the arguments do not serve. */
  bind(given: MetricArguments, terms: Terms): Metric
}

/** Why a metric cannot be bound; the loader adds where. */
export class BindingProblem extends Error {}

/** Reads `where` with exactly the keys allowed; each reader throws a BindingProblem for a wrong value. */
export const readWhere = <T extends { readonly [key: string]: (value: unknown, key: string) => unknown }>(
  where: { readonly [key: string]: unknown } | undefined,
  readers: T,
): { readonly [K in keyof T]?: ReturnType<T[K]> } => {
  const read: { [key: string]: unknown } = {}
  for (const [key, value] of Object.entries(where ?? {})) {
    const reader = readers[key]
    if (!reader) throw new BindingProblem(`where 不认识“${key}”，可用：${Object.keys(readers).join('、')}`)
    read[key] = reader(value, key)
  }
  return read as { readonly [K in keyof T]?: ReturnType<T[K]> }
}

export const asTrue = (value: unknown, key: string): true => {
  if (value !== true) throw new BindingProblem(`where.${key} 只能写 true`)
  return true
}

export const asWhole = (value: unknown, key: string): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new BindingProblem(`where.${key} 应为正整数`)
  return value
}

export const asOneOf =
  <const T extends string>(choices: readonly T[]) =>
  (value: unknown, key: string): T => {
    if (!choices.includes(value as T)) throw new BindingProblem(`where.${key} 应为：${choices.join('、')}`)
    return value as T
  }

export const asSomeOf = <const T extends string>(choices: readonly T[]) => {
  const one = asOneOf(choices)
  return (value: unknown, key: string): readonly T[] => {
    const several = Array.isArray(value) ? (value as unknown[]) : [value]
    if (several.length === 0) throw new BindingProblem(`where.${key} 不得为空`)
    return several.map((entry) => one(entry, key))
  }
}

/** A part of the terms, or a BindingProblem when the instrument has none. */
export const demand = <T>(part: T | undefined, name: string): T => {
  if (part === undefined)
    throw new BindingProblem(`口径文件 terms.yaml 没有“${name}”一节；没有提交口径文件的，请一并提交`)
  return part
}
