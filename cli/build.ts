import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLock } from '../server/store/lock.ts'
import { StartRefusal } from '../server/store/start-refusal.ts'
import type { Run } from './command.ts'

const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')
/** Which sources the pages in `dist/` were built from; written last, so a build that was broken off is not believed. */
const stamp = join(dist, 'sources.sha256')

const SOURCES = [
  '{web,contract,regime,standards}/**/*.{ts,tsx,css,js,svg,yaml,webmanifest,woff2}',
  'vite.config.ts',
  'package.json',
]

export const build: Run = async () => {
  rmSync(stamp, { force: true })
  await ensurePages()
  return 0
}

/** Builds the pages unless those in `dist/` come from exactly these sources. Gives whether it had to. */
export const ensurePages = async (): Promise<boolean> => {
  const sources = digestOfSources()
  if (readStamp() === sources) return false
  mkdirSync(dist, { recursive: true })
  const release = await waitForLock(join(dist, 'lock'))
  try {
    if (readStamp() === sources) return false
    rmSync(stamp, { force: true })
    await Promise.all([vite('build'), vite('build', '--ssr')])
    writeFileSync(stamp, sources)
    return true
  } finally {
    release()
  }
}

const digestOfSources = (): string => {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).filter(
    (file) => !file.includes('.test.'),
  )
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const readStamp = (): string | undefined => {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}

const waitForLock = async (path: string): Promise<() => void> => {
  for (;;) {
    const release = takeLock(path)
    if (release) return release
    await pause(200)
  }
}

const vite = (...args: string[]): Promise<void> => {
  const program = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args, '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new StartRefusal('网页生成失败，原因见上。'))))
  })
}
