import type { Result } from '../../regime/evaluation/result.ts'

const verdicts = { met: '满足', unmet: '不满足', undetermined: '待定' }
const outcomes = { met: '达到', unmet: '达不到', undetermined: '待定' }
const span = ({ min, max }: { min: number; max: number }): string => (min === max ? `${min} 分` : `${min}–${max} 分`)

/** What a result says under the names the worked examples use; undefined for what it does not say. */
export const told = (result: Omit<Result, 'explanation'>, what: string): unknown => {
  if (what === '结论') return outcomes[result.outcome]
  if (what === '总分') return result.score && span(result.score)
  if (what === '缺') return [...result.missing].sort()
  if (what === '有效') return result.inForce
  const dimension = result.dimensions?.find(({ id }) => id === what)
  if (dimension) return span(dimension.score)
  const indicator = result.indicators?.find(({ id }) => id === what)
  if (indicator) return `${span(indicator.points)}${indicator.option === null ? '' : ` ${indicator.option}`}`
  const condition = result.conditions.find(({ id }) => id === what)
  return condition && verdicts[condition.verdict]
}
