import type { Evidence, EvidenceOwner } from '../../../contract/evidence.ts'
import { Refusal, refusals } from '../../../regime/kernel/errors.ts'
import type { Api } from '../../api.ts'
import { type Problem, problemOf } from '../../shell/problem.ts'
import { demandAcceptable } from './acceptable.ts'
import { fileDigest } from './file-digest.ts'
import type { HeldFile, HeldFiles } from './held-files.ts'
import { type Course, uploadFile } from './upload-file.ts'

/** Where one file stands. `interrupted` goes on by itself; `refused` needs a person. */
export type UploadPhase = 'waiting' | 'reading' | 'sending' | 'checking' | 'interrupted' | 'refused'

/** One file that is not evidence yet, as the page shows it. */
export interface UploadItem {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly sent: number
  readonly phase: UploadPhase
  readonly problem?: Problem & { readonly found?: string }
  /** Trying again may help: it was not the file that was refused. */
  readonly again: boolean
}

export interface QueueOptions {
  readonly owner: EvidenceOwner
  /** Whose uploads for which field, for files held over a reload. */
  readonly place: string
  readonly held: HeldFiles
  readonly api: () => Promise<{ client: Pick<Api, 'uploads'>; freshKey: () => string }>
  readonly onChange: (items: readonly UploadItem[]) => void
  /** A file has become evidence. */
  readonly onEvidence: (evidence: Evidence) => void
  readonly now: () => number
  /** Runs `work` later; gives a way to call it off. */
  readonly later: (work: () => void, ms: number) => () => void
}

const PARALLEL = 2
const PAUSES = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]

interface Entry {
  item: UploadItem
  readonly file: Blob
  course: Course | undefined
  readonly upload: HeldFile['upload']
  abort: AbortController | undefined
  tries: number
  callOff: (() => void) | undefined
}

/** Refusals about the file itself; sending the same file again would end the same way. */
const ofFile = new Set(['evidence.empty', 'evidence.too-large', 'evidence.not-allowed', 'evidence.damaged'])

const problemIn = (error: unknown): Problem & { found?: string } => {
  if (error instanceof Refusal) {
    const { status, message, remedy } = refusals[error.code]
    return { status, code: error.code, message, remedy }
  }
  if (error instanceof DOMException) {
    const { status, message, remedy } = refusals['evidence.unreadable']
    return { status, code: 'evidence.unreadable', message, remedy }
  }
  const found = (error as { details?: { found?: unknown } } | null)?.details?.found
  return { ...problemOf(error), ...(typeof found === 'string' && { found }) }
}

/** No answer, or a server that is away: what waiting mends. A full disk is not. */
const isPassing = ({ status, code }: Problem): boolean =>
  status === 0 || code === 'server.unavailable' || code === 'request.too-many'

/** Uploads files one after the other, two at a time, through broken connections and reloads. */
export const createUploadQueue = (options: QueueOptions) => {
  const { owner, place, held, api, onChange, onEvidence, now, later } = options
  const entries = new Map<string, Entry>()
  let closed = false

  const publish = (): void => {
    if (!closed) onChange([...entries.values()].map(({ item }) => item))
  }
  const update = (entry: Entry, change: Partial<UploadItem>): void => {
    if (!entries.has(entry.item.key)) return
    entry.item = { ...entry.item, ...change }
    publish()
  }
  const forget = (entry: Entry): void => {
    entry.callOff?.()
    entries.delete(entry.item.key)
    void held.release(entry.item.key)
    publish()
  }

  const pump = (): void => {
    const all = [...entries.values()]
    let free = PARALLEL - all.filter(({ abort }) => abort).length
    for (const entry of all) {
      if (free <= 0 || closed) return
      if (entry.item.phase !== 'waiting' || entry.abort) continue
      free -= 1
      void run(entry)
    }
  }

  const run = async (entry: Entry): Promise<void> => {
    const abort = new AbortController()
    entry.abort = abort
    try {
      const evidence = await send(entry, abort.signal)
      forget(entry)
      if (!closed) onEvidence(evidence)
    } catch (error) {
      if (!abort.signal.aborted) fail(entry, problemIn(error))
    }
    entry.abort = undefined
    pump()
  }

  const send = async (entry: Entry, signal: AbortSignal): Promise<Evidence> => {
    const { file, item } = entry
    update(entry, { phase: 'reading' })
    await demandAcceptable(file)
    const { key, name } = item
    entry.course ??= { owner, file, name, key, sha256: await fileDigest(file), upload: entry.upload }
    const { client } = await api()
    signal.throwIfAborted()
    return uploadFile(client, entry.course, {
      signal,
      onBegun: (upload) => void held.hold({ key, place, name, file, heldAt: now(), upload }),
      onSent: (sent) => {
        entry.tries = 0
        update(entry, { phase: sent < file.size ? 'sending' : 'checking', sent })
      },
    })
  }

  const fail = (entry: Entry, problem: ReturnType<typeof problemIn>): void => {
    if (!isPassing(problem)) {
      const final = ofFile.has(problem.code)
      if (final) void held.release(entry.item.key)
      update(entry, { phase: 'refused', problem, again: !final })
      return
    }
    const pause = PAUSES[Math.min(entry.tries, PAUSES.length - 1)] as number
    entry.tries += 1
    update(entry, { phase: 'interrupted', problem })
    entry.callOff = later(() => again(entry), pause)
  }

  const again = (entry: Entry): void => {
    if (closed || !entries.has(entry.item.key)) return
    entry.callOff?.()
    entry.callOff = undefined
    // A refused upload is begun anew; a broken one goes on where it was.
    if (entry.item.phase === 'refused' && entry.course) entry.course = undefined
    const { problem: _, ...rest } = entry.item
    entry.item = { ...rest, phase: 'waiting' }
    publish()
    pump()
  }

  const enter = (key: string, name: string, file: Blob, upload?: HeldFile['upload']): void => {
    if (entries.has(key)) return
    const item: UploadItem = { key, name, bytes: file.size, sent: 0, phase: 'waiting', again: true }
    entries.set(key, { item, file, course: undefined, upload, abort: undefined, tries: 0, callOff: undefined })
  }

  return {
    /** Takes files a person chose; each is held in the browser until it has arrived. */
    add: async (files: readonly File[]): Promise<void> => {
      const { freshKey } = await api()
      for (const file of files) {
        const key = freshKey()
        enter(key, file.name, file)
        await held.hold({ key, place, name: file.name, file, heldAt: now() })
      }
      publish()
      pump()
    },
    /** Goes on with what an earlier page load left. */
    resume: async (): Promise<void> => {
      for (const { key, name, file, upload } of await held.of(place, now())) enter(key, name, file, upload)
      publish()
      pump()
    },
    /** Stops one file and takes it away, on the server too. */
    cancel: async (key: string): Promise<void> => {
      const entry = entries.get(key)
      if (!entry) return
      entry.abort?.abort()
      forget(entry)
      const upload = entry.course?.upload
      if (!upload) return
      const { client } = await api()
      // Nobody waits for it: what is not taken away now expires.
      await client.uploads.abandon({ params: { authority: upload.authority, upload: upload.id } }).catch(() => {})
    },
    /** Tries one file again at once. */
    retry: (key: string): void => {
      const entry = entries.get(key)
      if (entry && !entry.abort) again(entry)
    },
    /** The network is back: everything interrupted goes on at once. */
    wake: (): void => {
      for (const entry of entries.values()) if (entry.item.phase === 'interrupted') again(entry)
    },
    /** The page goes away; what is held stays held. */
    close: (): void => {
      closed = true
      for (const entry of entries.values()) {
        entry.callOff?.()
        entry.abort?.abort()
      }
    },
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>
