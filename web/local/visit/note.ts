import type { Finding } from '../../../contract/visit.ts'

/** The three answers a line can have. */
export type Answer = Finding['answer']

/** One line as the phone holds it: like a finding, but the answer may still be open. */
export interface Note {
  readonly item: string
  /** Of a line the verifiers added. */
  readonly title?: string | undefined
  readonly answer?: Answer | undefined
  readonly found?: string | undefined
  readonly note?: string | undefined
  /** Evidence ids of the photos that have arrived. */
  readonly photos: readonly string[]
}

/** Lines the verifiers add begin with this; the checklist's are fact paths and `site/…`. */
export const OWN = 'own/'

const words = ({ title, answer, found, note }: Note): readonly (string | undefined)[] => [
  title?.trim() || undefined,
  answer,
  // A figure is found only where it differs; what was typed before the answer changed does not count.
  (answer === 'differs' && found?.trim()) || undefined,
  note?.trim() || undefined,
]

/** True when two notes on a line say the same, photos aside. Nothing noted is the same as an empty note. */
export const sameWords = (one: Note | undefined, other: Note | undefined): boolean => {
  const empty: Note = { item: '', photos: [] }
  const [a, b] = [words(one ?? empty), words(other ?? empty)]
  return a.every((word, index) => word === b[index])
}

/** What of a note can be sent: undefined while there is no answer. */
export const findingOf = (line: Note): Finding | undefined => {
  const [title, answer, found, note] = words(line)
  if (answer === undefined) return undefined
  return {
    item: line.item,
    ...(title && { title }),
    answer: answer as Answer,
    ...(found && { found }),
    ...(note && { note }),
    photos: [...line.photos],
  }
}
