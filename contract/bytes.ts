/** A request body of raw bytes, as a browser sends a file: `body: bytes({ types, limit })`. */
export interface BytesBody {
  readonly kind: 'bytes'
  /** Media types accepted, without parameters. */
  readonly types: readonly string[]
  /** Most bytes accepted. */
  readonly limit: number
}

/** An answer that is a document to download or show, not JSON: `response: file('application/pdf')`. */
export interface FileResponse {
  readonly kind: 'file'
  readonly types: readonly string[]
}

/** What a handler gives for a `file` response. */
export interface ServedFile {
  readonly type: string
  /** Name offered for saving; without it the file is shown in place. */
  readonly name?: string
  /** Shown in place although it has a name, in frames of our own pages too, under a content security policy of its own. */
  readonly inPlace?: { readonly policy: string }
  /** A function gives the bytes `from` to before `to`; with it and `length`, parts may be asked for (`Range`). */
  readonly content: Uint8Array | AsyncIterable<Uint8Array> | ((from: number, to: number) => AsyncIterable<Uint8Array>)
  /** Length in bytes, where `content` is no buffer and the length is known. */
  readonly length?: number
}

/** What the client gets for a `file` response. */
export interface ReceivedFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** Declares a raw request body; the handler receives it as a stream and never as one buffer. */
export const bytes = (of: { types: readonly string[]; limit: number }): BytesBody =>
  Object.freeze({ kind: 'bytes', types: Object.freeze([...of.types]), limit: of.limit })

/** Declares a document as the answer. */
export const file = (...types: readonly string[]): FileResponse =>
  Object.freeze({ kind: 'file', types: Object.freeze([...types]) })

export const isBytes = (body: unknown): body is BytesBody =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'bytes'

export const isFile = (response: unknown): response is FileResponse =>
  typeof response === 'object' && response !== null && 'kind' in response && response.kind === 'file'
