import type { LabelledNote } from '../definition.ts'
import { type Place, readText } from './document.ts'

/** `note` (口径) and `uncertain` (待核) of a place, as they reach the explanation. */
export const readNotes = ({
  note,
  uncertain,
}: {
  readonly note?: Place
  readonly uncertain?: Place
}): readonly LabelledNote[] => [
  ...(note ? [{ kind: 'definition' as const, text: readText(note) }] : []),
  ...(uncertain ? [{ kind: 'uncertain' as const, text: readText(uncertain) }] : []),
]
