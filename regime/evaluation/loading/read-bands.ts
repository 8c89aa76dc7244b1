import { compareFractions } from '../../kernel/fraction.ts'
import type { BandDefinition, BandScale } from '../definition.ts'
import type { Bound, Metric } from '../metric.ts'
import type { Binder } from './bind-metrics.ts'
import { entries, hasKey, members, type Place, readText, readWhole, refuseAt } from './document.ts'
import { readBound } from './read-bound.ts'

const INTEGERS: ReadonlySet<string> = new Set(['年', '项', '次', '家', '件', '级', '名', '人'])

const labelOf = (from: Bound | null, to: Bound | null): string => {
  const spaced = (text: string): string => (text.endsWith('%') ? `${text} ` : text)
  if (from === null) return `${spaced(to?.text ?? '')}以下`
  return to === null ? `${spaced(from.text)}以上` : `${from.text}–${to.text}`
}

const readOption = (place: Place | undefined): string | null => (place === undefined ? null : readText(place))

const compareFrom = (a: BandDefinition, b: BandDefinition): number => {
  if (a.from === null) return b.from === null ? 0 : -1
  return b.from === null ? 1 : compareFractions(a.from.written, b.from.written)
}

/** Bands must cover every value exactly once, save for shared edges, which go to the higher points (附件4（十三）). */
const checkCover = (
  bands: readonly BandDefinition[],
  metric: Metric,
  places: ReadonlyMap<BandDefinition, Place>,
): void => {
  const at = (band: BandDefinition) => places.get(band)?.path ?? []
  const sorted = [...bands].sort(compareFrom)
  const whole = 'unit' in metric && INTEGERS.has(metric.unit)
  sorted.forEach((band, index) => {
    const next = sorted[index + 1]
    const previous = sorted[index - 1]
    if (band.from !== null && band.to !== null && compareFractions(band.from.written, band.to.written) > 0)
      refuseAt(at(band), `这一档永远达不到：起点 ${band.from.text} 高于终点 ${band.to.text}`)
    if (index === 0 && band.from !== null) refuseAt(at(band), `${band.from.text} 以下没有任何一档，各档之间有空隙`)
    if (index > 0 && band.from === null) refuseAt(at(band), '与另一档重叠：两档都没有下端')
    if (!next) {
      if (band.to !== null) refuseAt(at(band), `${band.to.text} 以上没有任何一档，各档之间有空隙`)
    } else if (band.to === null) refuseAt(at(next), '与上一档重叠：上一档没有上端')
    else if (next.from !== null) {
      const order = compareFractions(band.to.written, next.from.written)
      if (order < 0) refuseAt(at(next), `${band.to.text} 与 ${next.from.text} 之间有空隙`)
      if (order > 0) refuseAt(at(next), `${next.from.text} 与 ${band.to.text} 之间重叠：同一数值会落入两档`)
    }
    if (next && next.points === band.points) refuseAt(at(next), '相邻两档分值相同，边界归属不明')
    // Shared edges belong to the higher points, so a narrow band between two better ones may hold nothing.
    const loses = (other: BandDefinition | undefined) => other !== undefined && other.points > band.points
    if (band.from !== null && band.to !== null) {
      const width = compareFractions(band.to.written, band.from.written)
      const inner = whole ? Number(band.to.written.numerator) - Number(band.from.written.numerator) + 1 : width
      const left = inner - (loses(previous) ? 1 : 0) - (loses(next) ? 1 : 0)
      if (whole ? left < 1 : width === 0 && (loses(previous) || loses(next)))
        refuseAt(at(band), '这一档永远达不到：边界值归相邻的高分档')
    }
  })
}

const readBand = (place: Place, metric: Metric): BandDefinition => {
  const { option, points, from, to, label } = members(place, ['option', 'points', 'from', 'to', 'label'], ['points'])
  if (!from && !to) refuseAt(place.path, '至少写 from 或 to 之一')
  const low = from ? readBound(from, metric) : null
  const high = to ? readBound(to, metric) : null
  return Object.freeze({
    option: readOption(option),
    points: readWhole(points),
    label: label ? readText(label) : labelOf(low, high),
    from: low,
    to: high,
  })
}

/** A metric and its bands, checked: no gap, no overlap, none out of reach, none above the cap, the cap reachable. */
export const readBandScale = (place: Place, binder: Binder, cap: number): BandScale => {
  const {
    metric: named,
    year,
    years,
    where,
    bands: listed,
  } = members(
    hasKey(place, 'bands') ? place : refuseAt(place.path, '缺少各档（bands）'),
    ['metric', 'year', 'years', 'where', 'bands', 'id', 'name', 'cap', 'cite', 'note', 'uncertain'],
    ['metric', 'bands'],
  )
  const metric = binder.bind({
    metric: named,
    ...(year ? { year } : {}),
    ...(years ? { years } : {}),
    ...(where ? { where } : {}),
  })
  const bound = binder.bound[metric] as Metric
  const places = new Map<BandDefinition, Place>()
  const bands = entries(listed).map((entry) => {
    const band = readBand(entry, bound)
    if (band.points > cap) refuseAt([...entry.path, 'points'], `${band.points} 分超过满分 ${cap} 分`)
    places.set(band, entry)
    return band
  })
  checkCover(bands, bound, places)
  const letters = bands.flatMap(({ option }) => (option === null ? [] : [option]))
  if (new Set(letters).size < letters.length) refuseAt(listed.path, '选项字母重复')
  if (!bands.some(({ points }) => points === cap)) refuseAt(listed.path, `没有一档能得到满分 ${cap} 分`)
  return { kind: 'bands', metric, bands: bands.sort((a, b) => b.points - a.points) }
}
