import { evaluate } from '../evaluation/evaluate.ts'
import { parseFacts } from '../evaluation/parse-facts.ts'
import type { Standard } from '../evaluation/standard.ts'
import type { Day } from '../kernel/day.ts'
import type { Field } from './field.ts'
import { readField } from './read-field.ts'

/** What a notice is held against. */
export interface NoticeBasis {
  readonly today: Day
  /** 第三条, whose size rule reads the industry code. */
  readonly eligibility: Standard
}

const SIZE = 'E3'

/** What the size rule itself says of a code that it cannot place. */
const unplacedIndustry = (industry: string, { today, eligibility }: NoticeBasis): string | undefined => {
  const { explanation } = evaluate(eligibility, parseFacts({ asOf: today, enterprise: { industry } }))
  const size = explanation.children?.find(({ id }) => id === SIZE)
  return size?.verdict === 'undetermined' && (size.missing ?? []).length === 0 ? size.sentence : undefined
}

/**
 * A gentle second look at what was typed: it can be read and counts as it stands, but is likely a slip. Undefined where
 * there is nothing to say, and where the text cannot be read (then there is a problem, not a notice).
 */
export const noticeOf = (field: Field, raw: string, basis: NoticeBasis): string | undefined => {
  const reading = raw.trim() === '' ? undefined : readField(field, raw, null)
  if (!reading || !('value' in reading) || typeof reading.value !== 'string') return undefined
  if (field.kind === 'industry') return unplacedIndustry(reading.value, basis)
  const past = (field.kind === 'day' || field.kind === 'day-or-none') && !field.ahead
  return past && reading.value > basis.today ? `这一天晚于 ${basis.today}，请核对是否填错。` : undefined
}
