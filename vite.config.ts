import { readFileSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { standards } from './standards/vite-plugin.ts'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Leaves a .br and a .gz beside each built file, so that the server compresses nothing while people wait. Files of
 * earlier builds stay for a week: pages open in people's browsers go on asking for them.
 */
const compressed = (dir: string): Plugin => ({
  name: 'tidu-compressed',
  async closeBundle() {
    for (const name of await readdir(dir))
      if (Date.now() - (await stat(join(dir, name))).mtimeMs > KEPT_MS) await rm(join(dir, name))
    const names = await readdir(dir)
    for (const name of names) {
      if (/\.(br|gz)$/.test(name) || names.includes(`${name}.br`)) continue
      const bytes = await readFile(join(dir, name))
      await writeFile(join(dir, `${name}.br`), brotliCompressSync(bytes))
      await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
})

/** The bundler orders style sheets by chunk; the order of the cascade's layers must be stated before any is used. */
const layersFirst = (source: string): Plugin => ({
  name: 'tidu-layers-first',
  enforce: 'post',
  generateBundle(_, bundle) {
    const order = readFileSync(source, 'utf8').match(/@layer [\w, ]+;/)?.[0]
    if (order === undefined) throw new Error(`${source} names no order of layers`)
    for (const asset of Object.values(bundle))
      if (asset.type === 'asset' && asset.fileName.endsWith('.css')) asset.source = order + String(asset.source)
  },
})

/**
 * Builds the pages twice from one route table: `vite build` for the browser (dist/client, with a manifest) and
 * `vite build --ssr` for the server (dist/server, everything bundled so that it runs React's production build
 * whatever NODE_ENV is). One style sheet for all pages: no flash of unstyled content, cached once.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    react(),
    standards(),
    ...(isSsrBuild ? [] : [layersFirst('web/styles/index.css'), compressed('dist/client/assets')]),
  ],
  publicDir: 'web/static',
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
  build: {
    target: isSsrBuild ? 'node22' : 'chrome109',
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: false,
    copyPublicDir: !isSsrBuild,
    manifest: !isSsrBuild,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild
      ? { input: 'web/entry-server.tsx' }
      : {
          input: 'web/entry-client.tsx',
          // What nearly every page uses comes as two files, not as twenty; the rest splits by page.
          output: {
            codeSplitting: {
              groups: [
                { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
                { name: 'frame', test: /\/web\/(shell|components)\//, minShareCount: 4 },
              ],
            },
          },
        },
  },
}))
