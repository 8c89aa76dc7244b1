import type { Result } from '../evaluation/result.ts'

/** Whether an application may be handed in, as far as 第三条 and the standard go. */
export interface Admission {
  /** Conditions of 第三条 the declared facts do not meet: the firm cannot take part. */
  readonly barred: readonly string[]
  /**
   * What is open or not reached and must be shown to the firm and acknowledged, one by one, before it hands in: an
   * unknown condition never passes silently, and a score below the line is for officers to decide, not for the machine.
   */
  readonly toAcknowledge: readonly string[]
}

/** Reads the two results of an application: 第三条 (R3.1, R3.2, R3.3, R3.4, R3.5, R3.6) and the standard of the batch. */
export const admissionOf = (eligibility: Result, result: Result): Admission => ({
  barred: eligibility.conditions.filter(({ verdict }) => verdict === 'unmet').map(({ id }) => id),
  toAcknowledge: [
    ...eligibility.conditions.filter(({ verdict }) => verdict === 'undetermined').map(({ id }) => id),
    ...(result.outcome === 'met' ? [] : [`${result.standard}:${result.outcome}`]),
  ],
})
