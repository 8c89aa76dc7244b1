import { type Difference, firstDifference } from './first-difference.ts'

/** One thing that was recomputed from the file and held against what it records. */
export interface Check {
  /** What was checked, a sentence in Chinese. */
  readonly what: string
  /** Where the recorded value stands. */
  readonly pointer: string
  /** Undefined where recorded and recomputed agree. */
  readonly difference?: Difference
  /** Why it could not be recomputed. */
  readonly problem?: string
}

/** Holds a recorded value against one computed again; equal means equal canonical bytes. */
export const compared = (what: string, pointer: string, recorded: unknown, computed: unknown): Check => {
  const difference = firstDifference(recorded, computed, pointer)
  return difference ? { what, pointer, difference } : { what, pointer }
}

/** A check that could not be made. */
export const failed = (what: string, pointer: string, problem: string): Check => ({ what, pointer, problem })

/** Whether recorded and recomputed agree. */
export const isEqual = ({ difference, problem }: Check): boolean => difference === undefined && problem === undefined
