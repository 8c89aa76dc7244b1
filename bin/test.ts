import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureChromium } from './chromium.ts'

// Everything `npm test` checks, one stage after the other, all of them even when one fails; the last line is the sum.
// `--check` is the part that runs no code of ours; `--long` adds the tests too slow for every day.

const root = dirname(import.meta.dirname)
const modules = join(root, 'node_modules')

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface Stage {
  readonly name: string
  readonly run: () => Promise<Counts>
}

/** Runs a program of the project on the Node at hand; gives its exit status. */
const runNode = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })

const one = (passed: boolean): Counts => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

const tool = (name: string, ...args: string[]): Stage => ({
  name,
  run: async () => one((await runNode(args)) === 0),
})

/** A vitest run; when it fails without a failed test (a file that does not load), that counts as one. */
const vitest = (name: string, projects: readonly string[], env: NodeJS.ProcessEnv = {}): Stage => ({
  name,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tidu-results-'))
    const file = join(folder, 'results.json')
    const chosen = projects.flatMap((project) => ['--project', project])
    const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const status = await runNode([join(modules, 'vitest', 'vitest.mjs'), 'run', ...chosen, ...reports], env)
    const results = readResults(file)
    rmSync(folder, { recursive: true, force: true })
    const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = results
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, skipped }
  },
})

const readResults = (
  file: string,
): Partial<Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

const browser: Stage = {
  name: '浏览器',
  run: async () => {
    const missing = ensureChromium()
    if (missing !== undefined) console.error(missing)
    return one(missing === undefined)
  },
}

const postgres15 = { TIDU_TEST_PG: '15' }
const checks = [
  tool('类型', join(modules, 'typescript', 'bin', 'tsc'), '-p', '.'),
  tool('格式与写法', join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'),
]
const everyday = [
  ...checks,
  vitest('法规与数据库（PostgreSQL 18）', ['unit', 'database']),
  vitest('数据库（PostgreSQL 15）', ['database'], postgres15),
  browser,
  vitest('浏览器全程（PostgreSQL 18）', ['journey']),
  vitest('浏览器全程（PostgreSQL 15）', ['journey'], postgres15),
]
const long = [vitest('耗时较长的测试', ['long'])]

const stagesFor = (option: string | undefined): readonly Stage[] =>
  option === '--check' ? checks : option === '--long' ? [...everyday, ...long] : everyday

const total = { passed: 0, failed: 0, skipped: 0 }
for (const { name, run } of stagesFor(process.argv[2])) {
  console.log(`\n── ${name}`)
  const begun = performance.now()
  const { passed, failed, skipped } = await run()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${seconds} s`)
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
