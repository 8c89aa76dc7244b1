import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inventFirms } from './firms.ts'
import { median } from './measure.ts'
import type { Row } from './table.ts'

const root = dirname(import.meta.dirname)
const SHORT = 1_000
const MIDDLE = 20_000
const LONG = 100_000
const ROUNDS = 5
const FLAT = 1.15

interface Files {
  readonly short: string
  readonly middle: string
  readonly long: string
}

const writeLines = async (file: string, lines: number): Promise<void> => {
  const out = createWriteStream(file)
  for (let done = 0; done < lines; done += 1000) {
    const text = inventFirms(Math.min(1000, lines - done), done).map((firm) => `${JSON.stringify(firm)}\n`)
    if (!out.write(text.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

interface Measured {
  readonly seconds: number
  readonly processor: number
  readonly megabytes: number
}

const preload = pathToFileURL(join(import.meta.dirname, 'report-usage.mjs')).href

/** Runs a program to its end with the file on its standard input, its output thrown away. */
const run = async ([program = '', ...args]: readonly string[], file: string): Promise<Measured> => {
  const begun = performance.now()
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: `--import=${preload}` },
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  })
  const usage: Buffer[] = []
  child.stdio[3]?.on('data', (chunk: Buffer) => usage.push(chunk))
  if (child.stdin) createReadStream(file).pipe(child.stdin)
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
  const { kilobytes, processor } = JSON.parse(Buffer.concat(usage).toString()) as {
    readonly kilobytes: number
    readonly processor: number
  }
  return { seconds: (performance.now() - begun) / 1000, processor, megabytes: kilobytes / 1024 }
}

/** Processor time a line in µs: of the first lines, while V8 still compiles, and of those after them. */
interface PerLine {
  readonly early: number
  readonly steady: number
}

/** Time between runs of three lengths: start-up counts nowhere. */
const perLine = async (program: readonly string[], files: Files): Promise<PerLine> => {
  const short = await run(program, files.short)
  const middle = await run(program, files.middle)
  const long = await run(program, files.long)
  return {
    early: ((middle.processor - short.processor) / (MIDDLE - SHORT)) * 1e6,
    steady: ((long.processor - middle.processor) / (LONG - MIDDLE)) * 1e6,
  }
}

/** The NDJSON command line against the least that any such command must do, and its memory at three lengths. */
export const benchStream = async (standard: string, longest: number): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-bench-'))
  try {
    const at = (name: string): string => join(folder, `${name}.ndjson`)
    const files: Files = { short: at('short'), middle: at('middle'), long: at('long') }
    await writeLines(files.short, SHORT)
    await writeLines(files.middle, MIDDLE)
    await writeLines(files.long, LONG)
    await writeLines(at('longest'), longest)
    const command = ['bin/tidu', 'evaluate', standard, '-', '--ndjson']
    const least = [process.execPath, 'bench/least.ts']
    const own: PerLine[] = []
    const bare: PerLine[] = []
    for (let round = 0; round < ROUNDS; round++) {
      own.push(await perLine(command, files))
      bare.push(await perLine(least, files))
    }
    const middleOf = (all: readonly PerLine[], part: keyof PerLine): number => median(all.map((one) => one[part]))
    const ratio = middleOf(own, 'steady') / middleOf(bare, 'steady')
    const early = middleOf(own, 'early') / middleOf(bare, 'early')
    const few = await run(command, files.short)
    const some = await run(command, files.middle)
    const many = await run(command, at('longest'))
    const bytes = statSync(files.long).size / LONG
    const count = (lines: number): string => lines.toLocaleString('en')
    return [
      {
        what: 'NDJSON command line vs parsing, canonicalising, digesting, re-serialising',
        goal: '≤ 1.5× the time',
        value: `${ratio.toFixed(2)}×`,
        reached: ratio <= 1.5,
        note: `${middleOf(own, 'steady').toFixed(1)} against ${middleOf(bare, 'steady').toFixed(1)} µs of processor time a line of ${bytes.toFixed(0)} B, lines ${count(MIDDLE)} to ${count(LONG)}; ${early.toFixed(2)}× before, while code is still compiled`,
      },
      {
        what: `memory of the NDJSON run, 1,000 vs ${count(longest)} lines`,
        goal: 'flat',
        value: `${few.megabytes.toFixed(0)} → ${many.megabytes.toFixed(0)} MB`,
        // Flat: no more than noise above a run long enough to have loaded and compiled everything.
        reached: many.megabytes <= some.megabytes * FLAT,
        note: `largest resident size; ${some.megabytes.toFixed(0)} MB at ${count(MIDDLE)} lines, of which at most ${FLAT}× is called flat; ${count(longest)} lines in ${many.seconds.toFixed(1)} s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
