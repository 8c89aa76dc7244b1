import type { Upload } from '../../../contract/evidence.ts'
import { inStore } from '../../device/database.ts'
import type { Problem } from '../../shell/problem.ts'
import type { Notebook } from './notebook.ts'

/** A photo taken on site. `file` until it has arrived; the small picture stays, so that it is seen without network. */
export interface Photo {
  readonly id: string
  readonly person: string
  readonly case: string
  readonly item: string
  readonly name: string
  readonly small: Blob | undefined
  readonly file: Blob | undefined
  readonly upload?: Pick<Upload, 'authority' | 'id'> | undefined
  /** Id of the evidence it has become. */
  readonly evidence?: string | undefined
  /** Why it was refused for good. */
  readonly problem?: Problem | undefined
}

/** Where a phone keeps what is noted on site. */
export interface VisitStore {
  book(person: string, id: string): Promise<Notebook | undefined>
  books(): Promise<readonly Notebook[]>
  keepBook(book: Notebook): Promise<unknown>
  photos(person: string, id: string): Promise<readonly Photo[]>
  keepPhoto(photo: Photo): Promise<unknown>
  dropPhoto(id: string): Promise<unknown>
  /** Takes a visit away, photos included. */
  dropVisit(person: string, id: string): Promise<void>
}

/** In the browser's own database. */
export const browserStore: VisitStore = {
  book: (person, id) => inStore('notebook', 'readonly', (store) => store.get([person, id])),
  books: () => inStore('notebook', 'readonly', (store) => store.getAll()),
  keepBook: (book) => inStore('notebook', 'readwrite', (store) => store.put(book)),
  photos: (person, id) => inStore('photo', 'readonly', (store) => store.index('visit').getAll([person, id])),
  keepPhoto: (photo) => inStore('photo', 'readwrite', (store) => store.put(photo)),
  dropPhoto: (id) => inStore('photo', 'readwrite', (store) => store.delete(id)),
  dropVisit: async (person, id) => {
    for (const photo of await browserStore.photos(person, id)) await browserStore.dropPhoto(photo.id)
    await inStore('notebook', 'readwrite', (store) => store.delete([person, id]))
  },
}
