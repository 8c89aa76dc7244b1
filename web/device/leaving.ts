import type { Unsent } from '../local/visit/unsent.ts'

/** What has to happen on this device when somebody signs out, or somebody else signs in. */
export interface Leaving {
  /** What a person noted here and nobody else has yet. */
  readonly unsentHere: (person: string) => Promise<readonly Unsent[]>
  readonly forgetHere: (person: string) => Promise<void>
  readonly clearForOther: () => Promise<void>
}

let known: Leaving | undefined

/** Pages that keep things say how they are given up; they must be able to without network. */
export const knowLeaving = (leaving: Leaving): void => {
  known = leaving
}

/** The way to leave nothing behind; fetched where no page that keeps things is open. */
export const getLeaving = async (): Promise<Leaving> => {
  if (!known) await import('../local/visit/leave.ts')
  return known as Leaving
}
