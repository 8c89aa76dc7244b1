import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What Chromium 109 lacks and the bundler does not supply: it lowers syntax, never what is missing at run time. */
const newer = [
  /\.(toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|symmetricDifference|isSubsetOf|isSupersetOf)\(/,
  /\b(Object|Map)\.groupBy\(/,
  /\bPromise\.(withResolvers|try)\(/,
  /\bArray\.fromAsync\(/,
  /\bURL\.(canParse|parse)\(/,
  /\bAbortSignal\.any\(/,
  /\bIterator\.from\(|\.(values|entries|keys)\(\)\.(map|filter|flatMap|toArray|some|every|find)\(/,
  /\bTemporal\./,
  /\bshowPopover\(|\bpopover=/,
]
const newerCss = [
  /:popover-open/,
  /@starting-style/,
  /^\s*&/m,
  /\banchor\(/,
  /\bcolor-mix\(/,
  /\blight-dark\(/,
  /\bfield-sizing\b/,
]

const found = (files: readonly string[], patterns: readonly RegExp[]): string[] =>
  files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return patterns.flatMap((pattern) => (pattern.test(text) ? [`${file}: ${text.match(pattern)?.[0]}`] : []))
  })

test('浏览器里运行的代码只用 Chromium 109 已有的功能', () => {
  const files = globSync('{web,regime,contract}/**/*.{ts,tsx,js}', { cwd: root }).filter(
    (file) => !file.includes('.test.'),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(found(files, newer)).toEqual([])
})

test('样式只用 Chromium 109 已有的功能', () => {
  expect(found(globSync('web/**/*.css', { cwd: root }), newerCss)).toEqual([])
})
