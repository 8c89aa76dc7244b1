import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inventFirms } from './firms.ts'
import { median } from './measure.ts'
import type { Row } from './table.ts'

const root = dirname(import.meta.dirname)
const LINES = 20_000
const ROUNDS = 5

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

/** Runs a program to its end with the file on its standard input, its output thrown away. */
const run = async (args: readonly string[], file: string): Promise<Measured> => {
  const begun = performance.now()
  const preload = join(import.meta.dirname, 'report-usage.mjs')
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: root,
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

/** The NDJSON command line against the least that any such command must do, and its memory at two lengths. */
export const benchStream = async (standard: string, longest: number): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-bench-'))
  try {
    const [short, middle, long] = [1000, LINES, longest].map((lines) => join(folder, `${lines}.ndjson`)) as [
      string,
      string,
      string,
    ]
    await writeLines(short, 1000)
    await writeLines(middle, LINES)
    await writeLines(long, longest)
    const command = ['cli/main.ts', 'evaluate', standard, '-', '--ndjson']
    const least = ['bench/least.ts']
    const own: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      // Processor time of the long run less that of the short one: neither start-up nor neighbours count.
      const [first, second] = [await run(command, short), await run(command, middle)]
      const [third, fourth] = [await run(least, short), await run(least, middle)]
      own.push(second.processor - first.processor)
      bare.push(fourth.processor - third.processor)
    }
    const ratio = median(own) / median(bare)
    const each = (seconds: number): string => `${((seconds / (LINES - 1000)) * 1e6).toFixed(0)} µs`
    const few = await run(command, short)
    const many = await run(command, long)
    const bytes = readFileSync(middle).length / LINES
    return [
      {
        what: 'NDJSON command line vs parsing, canonicalising, digesting, re-serialising',
        goal: '≤ 1.5× the time',
        value: `${ratio.toFixed(2)}×`,
        reached: ratio <= 1.5,
        note: `${each(median(own))} against ${each(median(bare))} of processor time a line of ${bytes.toFixed(0)} B`,
      },
      {
        what: `memory of the NDJSON run, 1,000 vs ${longest.toLocaleString('en')} lines`,
        goal: 'flat',
        value: `${few.megabytes.toFixed(0)} → ${many.megabytes.toFixed(0)} MB`,
        // V8 sizes its heap by the work there is; what grows with the lines themselves would not stop at twice.
        reached: many.megabytes < few.megabytes * 2,
        note: `largest resident size; ${longest.toLocaleString('en')} lines in ${many.seconds.toFixed(1)} s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
