import type { SignedEntry } from '../../../contract/profile.ts'
import type { FactSource, MoneyUnit } from '../../../regime/profile/field.ts'
import { createSaver } from '../../act/saver.ts'
import type { Saving } from '../../components/field/saving.ts'
import type { Problem } from '../../shell/problem.ts'

/** What a person wants to stand at a place of the profile. */
export interface Content {
  readonly raw: string | null
  readonly unit: MoneyUnit | null
  readonly source: FactSource | null
  readonly datedOn: string | null
  readonly evidence: readonly string[]
}

/** A write on its way, with the key it is sent under: sent again after a lost answer, it is the same write. */
export interface Write extends Content {
  readonly path: string
  readonly key: string
}

/** One place as the page knows it: what the server holds, what was typed since, and how saving goes. */
export interface PlaceState {
  readonly entry: SignedEntry | undefined
  /** Typed here and not yet on the server. */
  readonly draft: Content | undefined
  readonly saving: Saving | undefined
  readonly problem: Problem | undefined
  /** A colleague's newer state, to be compared with the draft; null: they cleared the place. */
  readonly theirs: SignedEntry | undefined
}

/** All places taken together, for the one line that says how saving goes. */
export interface Overall {
  readonly state: 'idle' | 'saving' | 'saved' | 'failed' | 'conflict' | 'signed-out'
  /** Instant of the last save the server confirmed. */
  readonly savedAt: string | undefined
  readonly conflicts: readonly string[]
  /** A refusal that trying again does not mend. */
  readonly refused: Problem | undefined
}

/** A draft kept in the tab, so that a reload or a new log-in loses nothing. */
export interface KeptDraft extends Content {
  readonly path: string
  readonly base: number
}

export interface StoreOptions {
  readonly entries: readonly SignedEntry[]
  readonly kept: readonly KeptDraft[]
  readonly keep: (drafts: readonly KeptDraft[]) => void
  /** Sends one write; gives what stands then. A refusal over a colleague's newer state carries it as `theirs`. */
  readonly save: (write: Write, base: number) => Promise<SignedEntry>
  readonly newKey: () => string
  readonly pauseMs?: number
  readonly retryMs?: number
}

export type ProfileStore = ReturnType<typeof createProfileStore>

export const noContent: Content = Object.freeze({ raw: null, unit: null, source: null, datedOn: null, evidence: [] })
const nothing: PlaceState = Object.freeze({
  entry: undefined,
  draft: undefined,
  saving: undefined,
  problem: undefined,
  theirs: undefined,
})
const idle: Overall = Object.freeze({ state: 'idle', savedAt: undefined, conflicts: [], refused: undefined })

const contentOf = ({ raw, unit, source, datedOn, evidence }: Content): Content => ({
  raw,
  unit,
  source,
  datedOn,
  evidence,
})

/** What stands at a place for this person: typed here, or else what the server holds. */
export const shownAt = ({ draft, entry }: PlaceState): Content => draft ?? entry ?? noContent

const isSame = (a: Content, b: Content): boolean =>
  a.raw === b.raw &&
  a.unit === b.unit &&
  a.source === b.source &&
  a.datedOn === b.datedOn &&
  a.evidence.join() === b.evidence.join()

const theirsIn = (error: unknown): SignedEntry | undefined =>
  (error as { details?: { theirs?: SignedEntry | null } } | null)?.details?.theirs ?? undefined

/**
 * The profile while it is edited: every place saves by itself (see `createSaver`), goes on trying while the network is
 * away, and stops for a colleague's newer value until the person has chosen. Lives as long as the editor, over all its
 * sections.
 */
export const createProfileStore = (options: StoreOptions) => {
  const { save, keep, newKey, pauseMs = 600, retryMs = 5000 } = options
  const places = new Map<string, PlaceState>(
    options.entries.map((entry) => [entry.path, { ...nothing, entry }] as const),
  )
  const savers = new Map<string, ReturnType<typeof createSaver<Write, number>>>()
  const listeners = new Set<() => void>()
  let overall = idle
  let all: ReadonlyMap<string, PlaceState> = new Map(places)

  const get = (path: string): PlaceState => places.get(path) ?? nothing

  const put = (path: string, change: Partial<PlaceState>): void => {
    places.set(path, { ...get(path), ...change })
    all = new Map(places)
    overall = summarise(places, overall.savedAt)
    keep(keptDrafts(places))
    for (const listener of listeners) listener()
  }

  const send = async (write: Write, base: number): Promise<number> => {
    const { path } = write
    try {
      const entry = await save(write, base)
      unanswered.delete(path)
      // What was typed while this was on its way stays a draft.
      const settled = get(path).draft === drafts.get(write)
      overall = { ...overall, savedAt: entry.at }
      put(path, { entry, theirs: undefined, ...(settled && { draft: undefined }) })
      return entry.version
    } catch (error) {
      const theirs = theirsIn(error)
      if (!theirs) unanswered.set(path, [...(unanswered.get(path) ?? []), write])
      else if (unanswered.get(path)?.some((lost) => isSame(lost, theirs))) return send(write, theirs.version)
      else put(path, { theirs })
      throw error
    }
  }
  /** The draft a write was made of, to know whether it is still the newest. */
  const drafts = new WeakMap<Write, Content>()
  /** Writes that may have got through without an answer: finding one of them on the server is no conflict. */
  const unanswered = new Map<string, readonly Content[]>()

  const saverAt = (path: string, base = get(path).entry?.version ?? 0) => {
    const known = savers.get(path)
    if (known) return known
    const saver = createSaver<Write, number>({
      save: send,
      base,
      pauseMs,
      retryMs,
      onChange: (saving, problem) => put(path, { saving, problem }),
    })
    savers.set(path, saver)
    return saver
  }

  const write = (path: string, draft: Content, base?: number): void => {
    const made: Write = { ...draft, path, key: newKey() }
    drafts.set(made, draft)
    put(path, { draft })
    saverAt(path, base).change(made)
  }

  const takeUp = (kept: readonly KeptDraft[]): void => {
    for (const { path, base, ...content } of kept) write(path, contentOf(content), base)
  }
  takeUp(options.kept)

  return {
    get,
    /** Everything at once; the same object until something changes. */
    all: (): ReadonlyMap<string, PlaceState> => all,
    overall: (): Overall => overall,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Changes part of what stands at a place; saved after a pause. */
    change: (path: string, change: Partial<Content>): void =>
      write(path, { ...contentOf(shownAt(get(path))), ...change }),
    /** Sends now what waits: on leaving a field, on coming back online, or on asking for it. */
    flush: async (path?: string): Promise<void> => {
      const waiting = path === undefined ? [...savers.values()] : [savers.get(path)]
      await Promise.all(waiting.map((saver) => saver?.flush()))
    },
    /** Settles a conflict: mine goes on top of theirs (which stays in the history), or theirs stands. */
    resolve: (path: string, choice: 'mine' | 'theirs'): void => {
      const { theirs, draft } = get(path)
      if (!theirs) return
      saverAt(path).rebase(theirs.version)
      put(path, { entry: theirs, theirs: undefined, draft: undefined, saving: undefined, problem: undefined })
      if (choice === 'mine' && draft) {
        write(path, draft)
        void saverAt(path).flush()
      }
    },
    /** Takes in what the server holds now, where nothing is being typed. */
    refresh: (entries: readonly SignedEntry[]): void => {
      for (const entry of entries) {
        const { entry: known, draft } = get(entry.path)
        if (draft || (known?.version ?? 0) >= entry.version) continue
        savers.get(entry.path)?.rebase(entry.version)
        put(entry.path, { entry, saving: undefined, problem: undefined })
      }
    },
    /** Goes on with drafts kept from before a reload. */
    takeUp,
    isUnsaved: (): boolean => [...places.values()].some(({ draft }) => draft !== undefined),
  }
}

const keptDrafts = (places: ReadonlyMap<string, PlaceState>): readonly KeptDraft[] =>
  [...places].flatMap(([path, { draft, entry }]) => (draft ? [{ ...draft, path, base: entry?.version ?? 0 }] : []))

const summarise = (places: ReadonlyMap<string, PlaceState>, savedAt: string | undefined): Overall => {
  const states = [...places.values()]
  const conflicts = [...places].flatMap(([path, { theirs, saving }]) => (theirs && saving === 'conflict' ? [path] : []))
  const state = states.some(({ problem }) => problem?.status === 401)
    ? 'signed-out'
    : conflicts.length > 0
      ? 'conflict'
      : states.some(({ saving }) => saving === 'failed')
        ? 'failed'
        : states.some(({ draft }) => draft !== undefined)
          ? 'saving'
          : savedAt
            ? 'saved'
            : 'idle'
  const refused = states
    .filter(({ saving }) => saving === 'failed')
    .find(({ problem }) => problem && problem.status >= 400 && problem.status < 500)?.problem
  return { state, savedAt, conflicts, refused }
}
