import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openPopulation } from '../regime/evaluation/population/population.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { computed, median } from './measure.ts'
import { inventCells, randomFrom } from './population.ts'
import type { Row } from './table.ts'

const FIRMS = 600_000
const ROUNDS = 25

/** Milliseconds of one run of the C program per call. */
const startC = (folder: string): { run: () => Promise<number>; end: () => Promise<void> } => {
  const child: ChildProcess = spawn(join(folder, 'c'), [join(folder, 'columns'), String(FIRMS), join(folder, 'out')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]()
  return {
    run: async () => {
      child.stdin?.write('\n')
      return Number((await lines.next()).value) / 1e6
    },
    end: async () => {
      const exit = once(child, 'exit')
      child.stdin?.end()
      await exit
    },
  }
}

/** The kernel of a standard over 600,000 invented enterprises, against the same in C where a compiler is there. */
export const benchKernel = async (standard: Standard): Promise<readonly Row[]> => {
  const population = openPopulation(standard, FIRMS)
  const { plan, words } = population
  const random = randomFrom(63)
  const columns: Uint8Array[] = plan.columns.map(({ width }) => new Uint8Array(FIRMS * (width === 'amount' ? 8 : 1)))
  const views = plan.columns.map(({ width }, at) =>
    width === 'amount' ? new Float64Array((columns[at] as Uint8Array).buffer) : (columns[at] as Uint8Array),
  )
  for (let row = 0; row < FIRMS; row++) {
    const cells = inventCells(plan, random)
    population.putCells(row, cells)
    for (let at = 0; at < views.length; at++) {
      const view = views[at] as Float64Array | Uint8Array
      view[row] = cells[at] === null ? Number.NaN : Number(cells[at])
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'tidu-bench-'))
  try {
    const source = join(import.meta.dirname, 'population.c')
    const compiled = spawnSync('cc', ['-O3', '-o', join(folder, 'c'), source, '-lm'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const own: number[] = []
    const native: number[] = []
    const time = (): void => {
      const begun = computed()
      population.run(0, FIRMS)
      own.push(computed() - begun)
    }
    for (let warm = 0; warm < 3; warm++) population.run(0, FIRMS)
    if (compiled.status !== 0) {
      for (let round = 0; round < ROUNDS; round++) time()
      const ms = `${median(own).toFixed(1)} ms`
      return [{ what: 'kernel, 600,000 firms', goal: '≥ 0.9× C', value: 'no C compiler here', note: ms }]
    }
    writeFileSync(join(folder, 'columns'), Buffer.concat(columns))
    const c = startC(folder)
    await c.run()
    for (let round = 0; round < ROUNDS; round++) {
      time()
      native.push(await c.run())
    }
    await c.end()
    const said = new Uint32Array(new Uint8Array(readFileSync(join(folder, 'out'))).buffer)
    const wrong = said.reduce((count, word, row) => count + (word === words[row] ? 0 : 1), 0)
    if (wrong > 0) throw new Error(`kernel and C differ on ${wrong} firms`)
    const ratio = median(native) / median(own)
    return [
      {
        what: `kernel, 600,000 firms, vs C -O3 (${standard.id})`,
        goal: '≥ 0.9×',
        value: `${ratio.toFixed(2)}×`,
        reached: ratio >= 0.9,
        note: `median ${median(own).toFixed(1)} ms against ${median(native).toFixed(1)} ms, best ${Math.min(...own).toFixed(1)} and ${Math.min(...native).toFixed(1)}; ${population.bytes / FIRMS} B a firm`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
