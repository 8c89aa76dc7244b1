import type { Evidence } from '../../../contract/evidence.ts'
import type { Api } from '../../api.ts'
import { problemOf } from '../../shell/problem.ts'
import type { Note } from './note.ts'
import {
  absorb,
  type Notebook,
  noteOf,
  openNotebook,
  type Sheet,
  settle,
  sheetOf,
  unsentLines,
  withNote,
  withoutNote,
  withSent,
  withSheetOnly,
} from './notebook.ts'
import { createRunner, isPassing, type RunnerOptions } from './runner.ts'
import type { Photo, VisitStore } from './store.ts'
import { isLocked, mayNote, type VisitState, type VisitView, waitingPhotos } from './visit-state.ts'

export interface UploadWatch {
  readonly onSent: (bytes: number) => void
  readonly onBegun: (upload: NonNullable<Photo['upload']>) => void
}

export interface KeeperOptions extends Pick<RunnerOptions, 'later'> {
  readonly person: string
  readonly view: VisitView
  readonly store: VisitStore
  readonly cases: Pick<Api['cases'], 'visit' | 'saveVisit'>
  readonly upload: (photo: Photo, watch: UploadWatch) => Promise<Pick<Evidence, 'id'>>
  readonly onChange: (state: VisitState) => void
}

/** After so long without a further change what was noted is sent. */
const QUIET = 1200

/**
 * Keeps one visit on this phone and brings it to the server: every change is on the disk at once and sent when there is
 * network, on the version it was made on; what the other verifier noted meanwhile is merged. Photos follow one by one.
 */
export const createKeeper = ({ person, view, store, cases, upload, onChange, later }: KeeperOptions) => {
  const id = view.case.id
  let closed = false
  let state: VisitState = {
    view,
    book: absorb(openNotebook({ person, case: id, enterpriseName: view.case.enterpriseName }), view),
    photos: [],
    ready: false,
    kept: true,
    canKeep: true,
    connection: 'idle',
    problem: undefined,
    sending: undefined,
  }
  const update = (change: Partial<VisitState>): void => {
    state = { ...state, ...change }
    if (!closed) onChange(state)
  }

  // On the phone: one write after another, the newest notebook last.
  let writing: Promise<void> | undefined
  const write = async (): Promise<void> => {
    try {
      for (let written: Notebook | undefined; written !== state.book; ) {
        written = state.book
        await store.keepBook(written)
      }
      update({ kept: true })
    } catch {
      update({ canKeep: false })
    } finally {
      writing = undefined
    }
  }
  const keep = (book: Notebook): Promise<void> => {
    update({ book, kept: false })
    writing ??= write()
    return writing
  }
  const photoNow = (photo: string): Photo | undefined => state.photos.find((one) => one.id === photo)
  const keepPhoto = async (photo: Photo): Promise<void> => {
    const known = photoNow(photo.id) !== undefined
    update({
      photos: known ? state.photos.map((one) => (one.id === photo.id ? photo : one)) : [...state.photos, photo],
    })
    await store.keepPhoto(photo).catch(() => update({ canKeep: false }))
  }
  const dropPhotos = async (gone: readonly Photo[]): Promise<void> => {
    update({ photos: state.photos.filter((one) => !gone.includes(one)) })
    for (const photo of gone) await store.dropPhoto(photo.id).catch(() => undefined)
  }

  // To the server.
  const hasUnsent = (): boolean => unsentLines(state.book).length > 0
  const nextPhoto = (): Photo | undefined => waitingPhotos(state).find(({ problem }) => problem === undefined)

  const pull = async (): Promise<void> => {
    const now = await cases.visit({ params: { case: id } })
    update({ view: now })
    const book = absorb(state.book, now)
    if (book !== state.book) await keep(book)
  }

  const save = async (): Promise<void> => {
    const findings = [...sheetOf(state.book)]
    const { sheet, reopened } = state.book
    const body = { findings, baseVersion: sheet.version, ...(reopened && { reopen: true }) }
    try {
      const { version } = await cases.saveVisit({ params: { case: id }, body })
      await keep(withSent(state.book, { version, findings }))
      if (state.view.signatureStands) await pull()
    } catch (error) {
      const { code } = problemOf(error)
      if (code === 'visit.signed') return pull()
      const theirs = code === 'visit.stale' ? (error as { details?: Partial<Sheet> }).details : undefined
      if (theirs?.version === undefined || theirs.findings === undefined) throw error
      const merged = absorb(state.book, { version: theirs.version, findings: theirs.findings })
      if (merged === state.book) throw error
      await keep(merged)
    }
  }

  const send = async (photo: Photo): Promise<void> => {
    const bytes = photo.file?.size ?? 0
    try {
      const { id: evidence } = await upload(photo, {
        onSent: (sent) => update({ sending: { photo: photo.id, sent, bytes } }),
        onBegun: (begun) => void keepPhoto({ ...(photoNow(photo.id) ?? photo), upload: begun }),
      })
      // Taken away while it was on its way.
      if (!photoNow(photo.id)) return
      const { photos } = noteOf(state.book, photo.item)
      if (!photos.includes(evidence)) await keep(withNote(state.book, photo.item, { photos: [...photos, evidence] }))
      await keepPhoto({ ...photo, file: undefined, upload: undefined, evidence })
    } catch (error) {
      const problem = problemOf(error)
      if (isPassing(problem) || problem.status === 401) throw error
      await keepPhoto({ ...photo, problem })
    } finally {
      update({ sending: undefined })
    }
  }

  const work = async (look: boolean): Promise<void> => {
    if (!state.ready) return
    if (look) await pull()
    for (;;) {
      const photo = nextPhoto()
      const unsent = hasUnsent()
      const open = mayNote(state.view, person)
      const rest = !open || (!unsent && !photo) ? 'idle' : isLocked(state) ? 'held' : undefined
      update({ connection: rest ?? 'sending', problem: undefined })
      if (rest) return
      if (unsent) await save()
      else if (photo) await send(photo)
    }
  }

  const runner = createRunner({
    work,
    later,
    onFail: (problem, again) => {
      if (again) update({ connection: 'offline', problem: undefined })
      else update({ connection: problem.status === 401 ? 'signed-out' : 'refused', problem })
    },
  })

  const changed = async (book: Notebook): Promise<void> => {
    const kept = keep(book)
    if (state.connection === 'idle' && hasUnsent()) update({ connection: 'waiting' })
    if (!runner.isWaiting()) runner.soon(QUIET)
    await kept
  }

  return {
    /** Reads what an earlier page load left, and begins. */
    start: async (): Promise<void> => {
      try {
        const [book, photos] = await Promise.all([store.book(person, id), store.photos(person, id)])
        update({ ...(book && { book: absorb(book, view) }), photos, ready: true })
      } catch {
        update({ ready: true, canKeep: false })
      }
      await runner.run(true)
    },
    note: (item: string, change: Partial<Omit<Note, 'item'>>) => changed(withNote(state.book, item, change)),
    /** Takes an added line off the sheet, its photos with it. */
    remove: async (item: string): Promise<void> => {
      await changed(withoutNote(state.book, item))
      await dropPhotos(state.photos.filter((photo) => photo.item === item))
    },
    settle: (item: string, whose: 'mine' | 'theirs') => changed(settle(state.book, item, whose)),
    conclude: (conclusion: string) => keep({ ...state.book, conclusion }),
    /** Unlocks what was signed; both have to sign again once something is changed. */
    reopen: () => changed({ ...state.book, reopened: true }),
    /** Gives up what this phone noted beyond the server's sheet. */
    giveUp: async (): Promise<void> => {
      await dropPhotos(waitingPhotos(state))
      await changed(withSheetOnly(state.book))
      if (state.connection === 'held') update({ connection: 'idle' })
    },
    addPhoto: async (photo: Photo): Promise<void> => {
      await keepPhoto(photo)
      if (!runner.isWaiting()) runner.soon(0)
    },
    retryPhoto: async (photo: Photo): Promise<void> => {
      await keepPhoto({ ...photo, problem: undefined, upload: undefined })
      runner.soon(0)
    },
    /** Takes a photo off its line and off the phone. One that has arrived stays evidence that nothing refers to. */
    removePhoto: async (item: string, photo: string): Promise<void> => {
      const own = state.photos.find((one) => one.id === photo || one.evidence === photo)
      if (own) await dropPhotos([own])
      const { photos } = noteOf(state.book, item)
      const rest = photos.filter((one) => one !== photo && one !== own?.evidence)
      if (rest.length < photos.length) await changed(withNote(state.book, item, { photos: rest }))
    },
    /** Asks at once what the server holds: the network is back, somebody looks at the page again, or has signed. */
    look: () => runner.run(true),
    /** Another tab of this browser may have noted something. */
    reread: async (): Promise<void> => {
      const book = await store.book(person, id).catch(() => undefined)
      if (book && !writing && state.ready) update({ book: absorb(book, state.book.sheet) })
    },
    close: (): void => {
      closed = true
      runner.close()
    },
  }
}

export type Keeper = ReturnType<typeof createKeeper>
