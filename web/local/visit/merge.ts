import type { Finding } from '../../../contract/visit.ts'
import { type Note, sameWords } from './note.ts'

/** What two phones made of one sheet. */
export interface Merged {
  readonly notes: readonly Note[]
  /** Lines both changed, each in another way: a person has to choose. Their notes are this phone's. */
  readonly disputes: readonly string[]
}

/** Photos of both; what one side took away stays away. */
const mergePhotos = (base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] => [
  ...theirs.filter((photo) => mine.includes(photo) || !base.includes(photo)),
  ...mine.filter((photo) => !base.includes(photo) && !theirs.includes(photo)),
]

/**
 * Three-way merge of a sheet, line by line: `base` is what both started from. A line only one side touched is that
 * side's; the words of a line both touched differently are a dispute, and so is a line disputed before (`open`) until
 * both say the same. Photos never are: they are put together. A line one side removed and the other changed stays.
 */
export const mergeNotes = (
  base: readonly Finding[],
  mine: readonly Note[],
  theirs: readonly Finding[],
  open: readonly string[] = [],
): Merged => {
  const at = (lines: readonly Note[], item: string) => lines.find((line) => line.item === item)
  const items = new Set([...mine, ...theirs, ...base].map(({ item }) => item))
  const notes: Note[] = []
  const disputes: string[] = []
  for (const item of items) {
    const [was, my, their] = [at(base, item), at(mine, item), at(theirs, item)]
    if (my && their && !sameWords(my, their)) {
      const both = open.includes(item) || (!sameWords(my, was) && !sameWords(their, was))
      if (both) disputes.push(item)
    }
    const line = mergeLine(was, my, their, disputes.includes(item))
    if (line) notes.push(line)
  }
  return { notes, disputes }
}

const mergeLine = (
  was: Note | undefined,
  my: Note | undefined,
  their: Note | undefined,
  disputed: boolean,
): Note | undefined => {
  if (!my) return was && their && sameWords(was, their) ? undefined : their
  if (!their) return was && sameWords(was, my) ? undefined : my
  const photos = mergePhotos(was?.photos ?? [], my.photos, their.photos)
  return { ...(disputed || !sameWords(my, was) ? my : their), photos }
}
