import type { Transport } from './client.ts'
import type { Display } from './display.ts'

/** One entry of the page build's manifest, as far as it is used. */
export interface ManifestEntry {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** Source file → what became of it. */
export type PageManifest = Readonly<Record<string, ManifestEntry>>

/** What the server hands to the page renderer with each request. */
export interface PageContext {
  readonly manifest: PageManifest
  readonly display: Display
  /** Calls the API in this process on behalf of the person whose request this is. */
  readonly transport: Transport
  /** Takes what went wrong while rendering and is nobody's refusal: for the log, never for the page. */
  readonly report: (error: unknown) => void
}

/** The one function of the built page bundle (`dist/server/entry-server.js`). */
export type RenderPage = (request: Request, context: PageContext) => Promise<Response>
