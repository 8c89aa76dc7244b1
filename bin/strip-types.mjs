// Node runs TypeScript as it stands, but refuses to below node_modules, which is where an installed package lives.
// This strips the types of tidu's own files there.
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const own = pathToFileURL(`${dirname(dirname(fileURLToPath(import.meta.url)))}/`).href

registerHooks({
  load: (url, context, next) =>
    url.startsWith(own) && url.endsWith('.ts') && !url.includes('/node_modules/', own.length)
      ? { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(readFileSync(new URL(url), 'utf8')) }
      : next(url, context),
})
