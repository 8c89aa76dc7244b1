import { createContext, type RouterContextProvider } from 'react-router'
import type { Client } from '../contract/client.ts'
import type { TiduContract } from '../contract/index.ts'

export type Api = Client<TiduContract>

/** Where a router finds its client: in-process on the server, over fetch in the browser. */
export const apiContext = createContext<() => Promise<Api>>()

/** The API for a loader or an action: `const api = await apiOf(context)`. */
export const apiOf = (context: Readonly<RouterContextProvider>): Promise<Api> => context.get(apiContext)()

type BrowserApi = typeof import('./browser-client.ts')
let browser: Promise<BrowserApi> | undefined

/**
 * The API for event handlers in the browser. Contract and schemas are fetched on first use only: a public page that
 * was rendered on the server and is merely read never loads them.
 */
export const browserApi = (): Promise<BrowserApi> => {
  browser ??= import('./browser-client.ts')
  browser.catch(() => {
    browser = undefined
  })
  return browser
}
