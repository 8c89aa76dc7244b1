// What this browser keeps for the officer who works with it on site: nothing else on the site stores what people type.

const DATABASE = 'tidu-visits'

/** Stores of the browser's own database: notebooks by person and case, photos by their id. */
export type StoreName = 'notebook' | 'photo'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('notebook', { keyPath: ['person', 'case'] })
    request.result.createObjectStore('photo', { keyPath: 'id' }).createIndex('visit', ['person', 'case'])
  }
  return done(request)
}

/**
 * Runs `work` on one store and waits until it is on the disk, not merely in memory: somebody may switch the phone off.
 * Rejects where the browser has no such place (private windows of old browsers) or no room.
 */
export const inStore = async <T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await openDatabase()
  try {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const settled = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
    const [result] = await Promise.all([done(work(transaction.objectStore(name))), settled])
    return result
  } finally {
    database.close()
  }
}
