import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'

const conditions = ({ explanation }: Result): readonly Explanation[] =>
  (explanation.children ?? []).filter(({ kind }) => kind === 'condition')

/** The condition by score with its floors, and the direct routes beside it (附件1 一). */
export const scoreCondition = (result: Result): Explanation | undefined =>
  conditions(result).find(({ children }) => children?.some(({ floor }) => floor !== undefined))
export const directRoutes = (result: Result): readonly Explanation[] => {
  const byScore = scoreCondition(result)
  return conditions(result).filter((condition) => condition !== byScore)
}

const bare = (name: string): string => name.replace(/^直通：/, '')
const open = (node: Explanation | undefined): boolean => node?.verdict === 'undetermined'

/** One sentence for the heading of the verdict. */
export const headlineOf = ({ outcome }: Result, aim: string): string =>
  ({ met: `达到${aim}`, unmet: `未达到${aim}`, undetermined: `还不能确定是否达到${aim}` })[outcome]

/** Conditions that the outcome asks for one by one (同时满足); empty where any one suffices. */
const demanded = (result: Result, { definition }: Standard): readonly Explanation[] => {
  const { outcome } = definition
  if (outcome.kind !== 'all') return []
  const ids = new Set(
    outcome.rules.flatMap((rule) => (rule.kind === 'reference' ? [definition.conditions[rule.condition]?.id] : [])),
  )
  return conditions(result).filter(({ id }) => ids.has(id))
}

const whyOfAll = (all: readonly Explanation[]): readonly string[] => {
  const unmet = all.filter(({ verdict }) => verdict === 'unmet')
  const waiting = all.filter(open)
  const named = (some: readonly Explanation[]): string =>
    some
      .slice(0, 4)
      .map(({ id, name }) => `${id} ${name}`)
      .join('；') + (some.length > 4 ? `等 ${some.length} 项` : '')
  return [
    ...(unmet.length > 0 ? [`${all.length} 项须同时满足，不满足：${named(unmet)}。`] : []),
    ...(waiting.length > 0 ? [`还没有定论：${named(waiting)}。`] : []),
    ...(unmet.length + waiting.length === 0 ? [`${all.length} 项条件都已满足。`] : []),
  ]
}

/** What 第三条 adds: points alone let nobody in. Nothing where it is met. */
export const admissionNote = (eligibility: Result): readonly string[] => {
  const named = (verdict: Explanation['verdict']): string =>
    conditions(eligibility)
      .filter((condition) => condition.verdict === verdict)
      .map(({ id, name }) => `${id} ${name}`)
      .join('；')
  if (eligibility.outcome === 'met') return []
  return eligibility.outcome === 'unmet'
    ? [`参评条件（第三条）不满足，不能申报：${named('unmet')}。`]
    : ['参评条件（第三条）须另外全部满足，还没有定论。']
}

/** Which floor, which condition or which direct route decides, in sentences taken from the explanation. */
export const whyOf = (result: Result, standard: Standard): readonly string[] => {
  const all = demanded(result, standard)
  if (all.length > 0) return whyOfAll(all)
  const byScore = scoreCondition(result)
  const routes = directRoutes(result)
  const met = routes.filter(({ verdict }) => verdict === 'met')
  const tests = byScore?.children ?? []
  const anythingOpen = [byScore, ...routes].some(open) || result.score?.min !== result.score?.max
  const failing = tests.filter(({ verdict }) => verdict === 'unmet').map(({ sentence }) => sentence)
  switch (result.outcome) {
    case 'met':
      return [
        byScore?.verdict === 'met'
          ? '总分和三个分项下限都已满足。'
          : `凭直通条件“${met.map(({ name }) => bare(name)).join('”“')}”，不看得分。`,
        ...(anythingOpen ? ['还没填的不论是多少，结论不变。'] : []),
      ]
    case 'unmet':
      return [...failing, '直通条件均不满足。']
    case 'undetermined':
      if (failing.length > 0) return [...failing, '还要看直通条件是否满足。']
      return ['得分和直通条件都还没有定论，先补下面排在前面的几项。']
  }
}
