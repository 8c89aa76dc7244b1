import { dropPages } from '../../device/copies.ts'
import { keepFor } from '../../device/kept.ts'
import { knowLeaving } from '../../device/leaving.ts'
import { type Notebook, unsentLines } from './notebook.ts'
import { browserStore, type VisitStore } from './store.ts'
import type { Unsent } from './unsent.ts'
import { waitingPhotos } from './visit-state.ts'

const unsentOf = async (store: VisitStore, book: Notebook): Promise<Unsent | undefined> => {
  const photos = waitingPhotos({ photos: await store.photos(book.person, book.case) }).length
  // Words on a line without an answer are on no server either.
  const open = book.notes.filter(({ answer, note }) => answer === undefined && note?.trim()).length
  const lines = unsentLines(book).length + open
  const { case: id, enterpriseName } = book
  return lines + photos > 0 ? { case: id, enterpriseName, lines, photos } : undefined
}

/** What a person has noted on this phone and nobody else has yet. */
export const unsentHere = async (person: string, store: VisitStore = browserStore): Promise<readonly Unsent[]> => {
  const books = (await store.books()).filter((book) => book.person === person)
  const all = await Promise.all(books.map((book) => unsentOf(store, book)))
  return all.filter((one) => one !== undefined)
}

/** A visit that is signed by both needs nothing on this phone any more, once everything of it has arrived. */
export const forgetFinished = async (book: Notebook, store: VisitStore = browserStore): Promise<void> => {
  if (!(await unsentOf(store, book))) await store.dropVisit(book.person, book.case)
}

/** Leaves nothing of a person on this phone: when they sign out. */
export const forgetHere = async (person: string, store: VisitStore = browserStore): Promise<void> => {
  await dropPages()
  for (const book of await store.books()) if (book.person === person) await store.dropVisit(person, book.case)
  keepFor(undefined)
}

/**
 * Somebody else signed in where a person's session had merely run out: pages and everything the server has are taken
 * away. What only this phone has waits for its author, whom alone it is ever shown to.
 */
export const clearForOther = async (store: VisitStore = browserStore): Promise<void> => {
  await dropPages()
  for (const book of await store.books())
    if (!(await unsentOf(store, book))) await store.dropVisit(book.person, book.case)
  keepFor(undefined)
}

knowLeaving({ unsentHere, forgetHere, clearForOther })
