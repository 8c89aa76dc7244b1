import type { Metric } from '../metric.ts'
import { metrics } from '../metrics/registry.ts'
import type { Terms } from '../terms.ts'
import { isRaw, type Raw, rawOf } from './raw.ts'
import { whereWords } from './where-words.ts'

const YEARS: { readonly [year: string]: string } = {
  Y: '申报当年',
  'Y-1': '上年度',
  'Y-2': '上上年度',
  'Y-3': '之前第三年度',
}

const back = (year: unknown): number => Number(/^Y-(\d)$/.exec(String(year))?.[1] ?? 0)

/** The metric a place of a loaded document names, bound as the loader binds it. */
export const findMetric = (place: Raw, terms: Terms): Metric | undefined => {
  const [first, last] = String(place.years ?? '').split('..')
  try {
    return metrics.get(String(place.metric))?.bind(
      {
        ...(place.year === undefined ? {} : { year: back(place.year) }),
        ...(place.years === undefined ? {} : { years: [back(first), back(last)] as const }),
        ...(isRaw(place.where) ? { where: place.where } : {}),
      },
      terms,
    )
  } catch {
    return undefined
  }
}

/** What a test, a table of bands or a scale looks at: 上年度研发费用总额占营业收入总额比重. */
export const subjectWords = (place: Raw, terms: Terms): string => {
  const name = findMetric(place, terms)?.name ?? String(place.metric)
  const year = place.year === undefined ? '' : (YEARS[String(place.year)] ?? String(place.year))
  const where = whereWords(rawOf(place.where))
  const span = place.years === undefined ? [] : [`Y 为申报年，${String(place.years).replace('..', ' 至 ')}`]
  const more = [...(where && place.metric !== 'rights' ? [where] : []), ...span]
  return `${name.startsWith(year) ? '' : year}${name}${more.length > 0 ? `（${more.join('；')}）` : ''}`
}
