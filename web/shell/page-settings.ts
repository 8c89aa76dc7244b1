import { createContext } from 'react'
import { type Display, plainDisplay } from '../../contract/display.ts'

/** What the document needs besides loader data; the same on the server and, read back from the page, in the browser. */
export interface PageSettings {
  readonly display: Display
  readonly script: string
  readonly styles: readonly string[]
  /** Modules of the matched pages, fetched while the entry script still loads. */
  readonly preload: readonly string[]
}

export const SettingsContext = createContext<PageSettings>({
  display: plainDisplay,
  script: '',
  styles: [],
  preload: [],
})

/** The JSON block of the page: settings, and the router's data as text of its own. */
export const HydrationContext = createContext<string>('')

/** Id of the `<script type="application/json">` that carries the hydration data: data, so the CSP needs no nonce. */
export const hydrationId = 'hydration'
