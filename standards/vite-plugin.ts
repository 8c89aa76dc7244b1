import type { Plugin } from 'vite'
import { parseStandardTexts, readStandardTexts } from './load.ts'

const NAME = 'virtual:tidu-standards'
const RESOLVED = `\0${NAME}`

/** Puts the standards' documents into the browser bundle as data, so that the same rules run in the page, offline. */
export const standards = (): Plugin => ({
  name: 'tidu-standards',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) =>
    id === RESOLVED
      ? `export default JSON.parse(${JSON.stringify(JSON.stringify(parseStandardTexts(readStandardTexts(import.meta.dirname))))})`
      : undefined,
})
