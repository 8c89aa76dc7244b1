import type { Api } from '../../api.ts'
import type { Problem } from '../../shell/problem.ts'
import type { Notebook } from './notebook.ts'
import type { Photo } from './store.ts'

/** The server's word on a visit. */
export type VisitView = Awaited<ReturnType<Api['cases']['visit']>>

/**
 * How the line to the server stands: `idle` everything is there · `waiting` will be sent in a moment · `sending` ·
 * `offline` no answer, tried again · `signed-out` somebody has to log in · `held` the other has signed, and a person
 * must say what becomes of the changes here · `refused` by the server, see `problem`.
 */
export type Connection = 'idle' | 'waiting' | 'sending' | 'offline' | 'signed-out' | 'held' | 'refused'

/** Everything the page shows. */
export interface VisitState {
  /** The server's last word. */
  readonly view: VisitView
  readonly book: Notebook
  readonly photos: readonly Photo[]
  /** The phone's own notes have been read; until then nothing can be noted. */
  readonly ready: boolean
  /** What is noted is on the phone's disk, not merely on the page. */
  readonly kept: boolean
  /** False where the browser cannot store anything, or has no more room. */
  readonly canKeep: boolean
  readonly connection: Connection
  readonly problem: Problem | undefined
  /** How far the photo on its way is. */
  readonly sending: { readonly photo: string; readonly sent: number; readonly bytes: number } | undefined
}

/** May this person note anything: named for the visit, and the visit still to be made. */
export const mayNote = ({ verifiers, case: { step } }: VisitView, person: string): boolean =>
  step === 'visit' && verifiers.some(({ id }) => id === person)

/** Somebody has signed exactly what is noted, and this person did not choose to change it. */
export const isLocked = ({ view, book }: Pick<VisitState, 'view' | 'book'>): boolean =>
  view.signatureStands && !book.reopened

/** Photos that still have to be sent. */
export const waitingPhotos = ({ photos }: Pick<VisitState, 'photos'>): readonly Photo[] =>
  photos.filter(({ file, evidence }) => file !== undefined && evidence === undefined)
