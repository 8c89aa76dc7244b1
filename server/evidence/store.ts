/** Bytes that can be read at any place, for looking at a file without holding it. */
export interface ByteSource {
  readonly size: number
  /** Up to `length` bytes from `at`; fewer only at the end. */
  read(at: number, length: number): Promise<Uint8Array>
}

/** What became of an upload that was to be kept. */
export type Kept<T> = { readonly kept: true; readonly found: T } | { readonly kept: false; readonly sha256: string }

/**
 * Where the bytes of evidence lie: uploads on their way by their id, finished ones by their SHA-256. Content is never
 * changed and never removed. Digests are 64 lower-case hex digits.
 */
export interface EvidenceStore {
  /** Bytes of an upload received and synced so far; 0 where nothing came yet. */
  received(upload: string): Promise<number>
  /**
   * Adds bytes at `offset` and gives the new length, synced. What came before a broken connection stays. Refuses
   * `upload.offset` where `offset` is not the length so far or the bytes go past `size`, `evidence.no-room` on a full disk.
   */
  append(upload: string, offset: number, size: number, pieces: AsyncIterable<Uint8Array>): Promise<number>
  /**
   * Copies an upload to the place of its digest, looked at by `inspect` on the way, and returns when all of it is on
   * disk for good. Not kept where the digest differs, or where `inspect` throws. The upload itself stays.
   */
  keep<T>(upload: string, sha256: string, inspect: (source: ByteSource) => Promise<T>): Promise<Kept<T>>
  /** Takes away what an upload has received. */
  discard(upload: string): Promise<void>
  /** Whether a content is there. */
  holds(sha256: string): Promise<boolean>
  /** The bytes `from` to before `to` of a content. */
  content(sha256: string, from: number, to: number): AsyncIterable<Uint8Array>
  /** Refuses `evidence.no-room` unless `bytes` more would leave room on the disk. */
  demandRoom(bytes: number): Promise<void>
  /** Takes away remains of uploads untouched since before `instant` (milliseconds); gives how many. */
  sweep(instant: number): Promise<number>
}
