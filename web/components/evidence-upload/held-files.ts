import type { Upload } from '../../../contract/evidence.ts'

/** A file that waits in this browser until it has arrived, so that a reload or a lost network loses nothing. */
export interface HeldFile {
  readonly key: string
  /** Whose it is and for which field: nobody else at this browser ever sends it. */
  readonly place: string
  readonly name: string
  readonly file: Blob
  readonly heldAt: number
  readonly upload?: Pick<Upload, 'authority' | 'id'>
}

/** Where files wait. Where the browser has no place for them (private windows), nothing is held and all else works. */
export interface HeldFiles {
  hold(file: HeldFile): Promise<void>
  release(key: string): Promise<void>
  /** Those of one place, oldest first. Takes away what has waited too long on the way. */
  of(place: string, now: number): Promise<readonly HeldFile[]>
}

const DATABASE = 'tidu-uploads'
const STORE = 'held'
/** As long as the server keeps an unfinished upload. */
const KEPT = 72 * 60 * 60 * 1000

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
  return done(request)
}

const inStore = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> => {
  const database = await openDatabase()
  try {
    return await work(database.transaction(STORE, mode).objectStore(STORE))
  } finally {
    database.close()
  }
}

const orElse = async <T>(attempt: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await attempt
  } catch {
    return otherwise
  }
}

/** Files held in the browser's own database. */
export const browserHeldFiles: HeldFiles = {
  hold: (file) =>
    orElse(
      inStore('readwrite', async (store) => void (await done(store.put(file)))),
      undefined,
    ),
  release: (key) =>
    orElse(
      inStore('readwrite', (store) => done(store.delete(key))),
      undefined,
    ),
  of: (place, now) =>
    orElse(
      inStore('readwrite', async (store) => {
        const all = (await done(store.getAll())) as HeldFile[]
        for (const { key, heldAt } of all) if (heldAt < now - KEPT) store.delete(key)
        return all
          .filter((file) => file.place === place && file.heldAt >= now - KEPT)
          .sort((a, b) => a.heldAt - b.heldAt)
      }),
      [],
    ),
}

/** Holds nothing: where a file must not stay on the machine, as with an objection. */
export const noHeldFiles: HeldFiles = {
  hold: async () => undefined,
  release: async () => undefined,
  of: async () => [],
}
