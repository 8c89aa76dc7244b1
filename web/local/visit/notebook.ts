import type { Finding } from '../../../contract/visit.ts'
import { mergeNotes } from './merge.ts'
import { findingOf, type Note, sameWords } from './note.ts'

/** The sheet as the server holds it. */
export interface Sheet {
  readonly version: number
  readonly findings: readonly Finding[]
}

/** What one verifier's phone keeps of one visit; everything in it survives a reload without network. */
export interface Notebook {
  readonly person: string
  readonly case: string
  readonly enterpriseName: string
  /** The server's sheet this phone last knew; where a line is disputed, it holds the other's words. */
  readonly sheet: Sheet
  readonly notes: readonly Note[]
  readonly disputes: readonly string[]
  /** The conclusion being written. It reaches the server with the signature. */
  readonly conclusion: string
  /** This person chose to change what was already signed. */
  readonly reopened: boolean
}

export const openNotebook = (about: Pick<Notebook, 'person' | 'case' | 'enterpriseName'>): Notebook => ({
  ...about,
  sheet: { version: 0, findings: [] },
  notes: [],
  disputes: [],
  conclusion: '',
  reopened: false,
})

export const noteOf = ({ notes }: Notebook, item: string): Note =>
  notes.find((line) => line.item === item) ?? { item, photos: [] }

/** Notes something on a line. */
export const withNote = (book: Notebook, item: string, change: Partial<Omit<Note, 'item'>>): Notebook => {
  const line = { ...noteOf(book, item), ...change }
  const known = book.notes.some((note) => note.item === item)
  const notes = known ? book.notes.map((note) => (note.item === item ? line : note)) : [...book.notes, line]
  return { ...book, notes }
}

/** Takes a line the verifiers added off the sheet. */
export const withoutNote = (book: Notebook, item: string): Notebook => ({
  ...book,
  notes: book.notes.filter((note) => note.item !== item),
  disputes: book.disputes.filter((disputed) => disputed !== item),
})

/** Takes in what the server holds. Something older than this phone already knew (a kept page) changes nothing. */
export const absorb = (book: Notebook, sheet: Sheet): Notebook => {
  if (sheet.version <= book.sheet.version) return book
  const merged = mergeNotes(book.sheet.findings, book.notes, sheet.findings, book.disputes)
  return { ...book, sheet, ...merged }
}

/** Ends a dispute with one side's words. */
export const settle = (book: Notebook, item: string, whose: 'mine' | 'theirs'): Notebook => {
  const theirs = book.sheet.findings.find((finding) => finding.item === item)
  const settled = { ...book, disputes: book.disputes.filter((disputed) => disputed !== item) }
  if (whose === 'mine' || !theirs) return settled
  const { photos } = noteOf(book, item)
  return { ...settled, notes: settled.notes.map((note) => (note.item === item ? { ...theirs, photos } : note)) }
}

/** What this phone would have the server hold. A disputed line keeps the other's words until somebody chose. */
export const sheetOf = ({ sheet, notes, disputes }: Notebook): readonly Finding[] =>
  notes
    .flatMap((note) => {
      const theirs = disputes.includes(note.item) && sheet.findings.find(({ item }) => item === note.item)
      return (theirs ? { ...theirs, photos: [...note.photos] } : findingOf(note)) ?? []
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1))

const same = (a: Finding, b: Finding | undefined): boolean =>
  b !== undefined &&
  sameWords(a, b) &&
  a.photos.length === b.photos.length &&
  a.photos.every((photo) => b.photos.includes(photo))

/** Lines that stand otherwise here than on the server. */
export const unsentLines = (book: Notebook): readonly string[] => {
  const mine = sheetOf(book)
  const theirs = book.sheet.findings
  const changed = mine.filter(
    (line) =>
      !same(
        line,
        theirs.find(({ item }) => item === line.item),
      ),
  )
  const removed = theirs.filter(({ item }) => !mine.some((line) => line.item === item))
  return [...changed, ...removed].map(({ item }) => item)
}

/** The server has taken what was sent. What was noted meanwhile stays unsent. */
export const withSent = (book: Notebook, sheet: Sheet): Notebook => ({ ...book, sheet, reopened: false })

/** Gives up what this phone noted beyond the server's sheet. */
export const withSheetOnly = (book: Notebook): Notebook => ({
  ...book,
  notes: book.sheet.findings,
  disputes: [],
  reopened: false,
})
