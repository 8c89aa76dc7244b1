import { FURTHEST_BACK } from '../context.ts'
import type { Metric } from '../metric.ts'
import { BindingProblem, type MetricArguments } from '../metrics/definition.ts'
import { metrics } from '../metrics/registry.ts'
import type { Terms } from '../terms.ts'
import { type Place, readText, refuseAt } from './document.ts'

/** Binds metrics for one standard; the same metric with the same arguments is bound once. */
export interface Binder {
  readonly bound: readonly Metric[]
  /** Position of the metric that `place` names under `metric`, with its `year`, `years` and `where`. */
  bind(place: { readonly metric: Place; readonly year?: Place; readonly years?: Place; readonly where?: Place }): number
}

const YEAR = /^Y(?:-(\d))?$/
const YEARS = /^Y-(\d)\.\.Y-(\d)$/

const readYear = (place: Place): number => {
  const parts = YEAR.exec(readText(place))
  const back = parts ? Number(parts[1] ?? 0) : -1
  return back >= 0 && back <= FURTHEST_BACK ? back : refuseAt(place.path, '应为 Y、Y-1、Y-2 或 Y-3（Y 为申报年）')
}

const readYears = (place: Place): readonly [number, number] => {
  const parts = YEARS.exec(readText(place))
  const first = Number(parts?.[1])
  const last = Number(parts?.[2])
  return parts && first >= last ? [first, last] : refuseAt(place.path, '应为一段年度，如 Y-3..Y-1')
}

export const binderFor = (terms: Terms): Binder => {
  const bound: Metric[] = []
  const positions = new Map<string, number>()
  return {
    bound,
    bind: ({ metric: named, year, years, where }) => {
      const id = readText(named)
      const definition = metrics.get(id)
      if (!definition) return refuseAt(named.path, `不认识的指标“${id}”`)
      const given: MetricArguments = {
        ...(year ? { year: readYear(year) } : {}),
        ...(years ? { years: readYears(years) } : {}),
        ...(where ? { where: where.value as { readonly [key: string]: unknown } } : {}),
      }
      for (const key of ['year', 'years', 'where'] as const) {
        const takes = definition.takes.includes(key)
        if (key in given && !takes) refuseAt(named.path, `指标“${id}”不用 ${key}`)
        if (!(key in given) && takes && key !== 'where') refuseAt(named.path, `指标“${id}”须写明 ${key}`)
      }
      try {
        const metric = definition.bind(given, terms)
        const known = positions.get(metric.key)
        if (known !== undefined) return known
        bound.push(metric)
        positions.set(metric.key, bound.length - 1)
        return bound.length - 1
      } catch (problem) {
        if (problem instanceof BindingProblem) return refuseAt(named.path, problem.message)
        throw problem
      }
    },
  }
}
