import type { StandardDefinition } from '../../../regime/evaluation/definition.ts'
import { type Day, yearOf } from '../../../regime/kernel/day.ts'

/** A question of the self-check that the profile has no place for: the province's own records answer it for a case. */
export interface Beyond {
  readonly id: 'application' | 'tier-one' | 'specialised' | 'score-0' | 'score-1' | 'local-points'
  readonly label: string
  readonly kind: 'application' | 'flag' | 'number'
  readonly unit?: string
}

const asks = (standards: readonly StandardDefinition[], what: (key: string) => boolean): boolean =>
  standards.some(({ metrics }) =>
    metrics.some((metric) =>
      metric.kind === 'number' ? metric.inputs.some(({ column }) => what(column)) : what(metric.key),
    ),
  )

/** Which of these questions the standards ask. */
export const beyondQuestions = (standards: readonly StandardDefinition[], asOf: string): readonly Beyond[] => {
  const year = yearOf(asOf as Day)
  const ask = (what: (key: string) => boolean): boolean => asks(standards, what)
  return [
    ...(ask((key) => key === 'application')
      ? [{ id: 'application', label: '申请类型', kind: 'application' } as const]
      : []),
    ...(ask((key) => key.startsWith('titles:') && key.includes('innovative'))
      ? [{ id: 'tier-one', label: '有效期内的科技型或创新型中小企业称号', kind: 'flag' } as const]
      : []),
    ...(ask((key) => key.startsWith('titles:') && key.includes('specialised'))
      ? [{ id: 'specialised', label: '有效期内的专精特新中小企业称号', kind: 'flag' } as const]
      : []),
    ...([0, 1] as const).flatMap((back) =>
      ask((key) => key === `platform_score_${back}`)
        ? [
            {
              id: `score-${back}`,
              label: `${year - back} 年度专精特新发展评价得分`,
              kind: 'number',
              unit: '分',
            } as const,
          ]
        : [],
    ),
    ...(ask((key) => key === 'local_feature_points')
      ? [
          {
            id: 'local-points',
            label: '地方特色指标得分（0–15，省工业和信息化厅评定）',
            kind: 'number',
            unit: '分',
          } as const,
        ]
      : []),
  ]
}

type Answers = Readonly<Record<string, string>>

const title = (answer: string | undefined, tier: string, asOf: string): object[] =>
  answer === 'true' ? [{ tier, validFrom: asOf, validTo: asOf }] : answer === 'false' ? [] : [{ tier }]

const numberIn = (text: string | undefined, form: RegExp): string | undefined => {
  const bare = text?.trim() ?? ''
  return form.test(bare) ? bare : undefined
}
const SCORE = /^(100|\d{1,2})(\.\d{1,6})?$/
const WHOLE = /^(1[0-5]|\d)$/

/** Why an answer cannot be read; empty is unknown, not wrong. */
export const beyondProblem = ({ id, kind }: Beyond, text: string): string | undefined => {
  if (kind !== 'number' || text.trim() === '') return undefined
  if (id === 'local-points') return numberIn(text, WHOLE) === undefined ? '请填 0 至 15 的整数' : undefined
  return numberIn(text, SCORE) === undefined || Number(text) > 100 ? '请填 0 至 100 的数' : undefined
}

/** The answers as facts of a document; what is not answered stays unknown. */
export const beyondFacts = (answers: Answers, asOf: string): Readonly<Record<string, unknown>> => {
  const year = yearOf(asOf as Day)
  const scores = [0, 1].flatMap((back) => {
    const score = numberIn(answers[`score-${back}`], SCORE)
    return score === undefined || Number(score) > 100 ? [] : [{ year: year - back, score }]
  })
  const points = numberIn(answers['local-points'], WHOLE)
  const told = answers['tier-one'] !== undefined || answers.specialised !== undefined
  return {
    application: answers.application === 'renewal' ? 'renewal' : 'new',
    ...(told && {
      titles: [...title(answers['tier-one'], 'innovative', asOf), ...title(answers.specialised, 'specialised', asOf)],
    }),
    ...(scores.length > 0 && { platformScores: scores }),
    ...(points !== undefined && { localFeature: { points: Number(points) } }),
  }
}

type Document = Readonly<Record<string, unknown>>
const listed = (document: Document, key: string): readonly Document[] =>
  Array.isArray(document[key]) ? (document[key] as Document[]) : []

/** The answers that a document of facts holds: the inverse of `beyondFacts`, as far as there is a question for it. */
export const beyondOf = (document: Document & { readonly asOf: string }): Answers => {
  const { asOf } = document
  const valid = (tiers: readonly string[]): boolean =>
    listed(document, 'titles').some(
      ({ tier, validFrom, validTo }) =>
        tiers.includes(String(tier)) && String(validFrom) <= asOf && String(validTo ?? '') >= asOf,
    )
  const told = Array.isArray(document.titles)
  const year = yearOf(asOf as Day)
  const points = (document.localFeature as { readonly points?: unknown } | undefined)?.points
  return {
    ...(document.application === 'renewal' && { application: 'renewal' }),
    ...(told && {
      'tier-one': String(valid(['innovative', 'tech-sme'])),
      specialised: String(valid(['specialised'])),
    }),
    ...Object.fromEntries(
      listed(document, 'platformScores').flatMap((one) => {
        const back = year - Number(one.year)
        return (back === 0 || back === 1) && typeof one.score === 'string' ? [[`score-${back}`, one.score]] : []
      }),
    ),
    ...(typeof points === 'number' && { 'local-points': String(points) }),
  }
}
