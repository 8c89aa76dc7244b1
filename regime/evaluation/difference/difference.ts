import type { DocumentPath } from '../loading/standard-refusal.ts'

/** Whether fewer (`stricter`) or more firms can pass; `neutral` where the documents alone do not say. */
export type Direction = 'stricter' | 'looser' | 'neutral'

/** What one edition says at a place, with its citation. */
export interface Side {
  readonly text: string
  readonly cite: string | null
}

export const differenceSections = ['施行', '评价指标', '认定条件', '口径', '文字'] as const

/** One thing in which two editions differ, in words. */
export interface Difference {
  readonly section: (typeof differenceSections)[number]
  /** Whose: I2 上年度研发费用总额占营业收入总额比重. */
  readonly place: string
  /** What of it: 门槛、分值、依据 … */
  readonly matter: string
  readonly direction: Direction
  /** Null where the earlier edition has nothing of the kind. */
  readonly before: Side | null
  readonly after: Side | null
  /** Where it stands in the later documents, or in the earlier where it was dropped; `standard` or `terms` first. */
  readonly path: DocumentPath
}

const directionWords: { readonly [D in Direction]: string } = { stricter: '，更严', looser: '，更宽', neutral: '' }

/** The difference as one sentence: 研发费用占比（门槛）：不低于 3% → 不低于 5%，更严。 */
export const differenceSentence = ({ place, matter, direction, before, after }: Difference): string => {
  const change =
    before === null
      ? `新增 ${after?.text ?? ''}`
      : after === null
        ? `取消 ${before.text}`
        : `${before.text} → ${after.text}`
  return `${place}（${matter}）：${change}${directionWords[direction]}。`
}
