import type { Calendar } from '../../regime/calendar/calendar.ts'
import type { Result } from '../../regime/evaluation/result.ts'

/** The law as data, read once at start and handed to every verb that needs it. */
export interface Law {
  readonly calendar: Calendar
  /** Evaluates facts of the contract's form under a standard, e.g. `miit-2022-63/innovative`; explained. */
  readonly evaluate: (standard: string, facts: Readonly<Record<string, unknown>>) => Result
  /** Digest of the edition in the house: what a batch pins (R8.1). */
  readonly edition: (standard: string) => string
}
