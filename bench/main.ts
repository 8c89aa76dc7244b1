import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Standard } from '../regime/evaluation/standard.ts'
import { findStandard } from '../standards/load.ts'
import { benchEffect } from './effect.ts'
import { benchFlat } from './flat.ts'
import { benchKernel } from './kernel.ts'
import { benchPeers } from './peers.ts'
import { benchStream } from './stream.ts'
import { type Row, tableOf } from './table.ts'
import { benchTree } from './tree.ts'

// `npm run bench`: every figure as a ratio of two things measured in turns in this run. `--peers` installs the peers into
// a folder of their own outside the project, measures them and removes them. `--lines N` sets the long NDJSON run.

const { values } = parseArgs({
  options: { peers: { type: 'boolean' }, lines: { type: 'string' }, only: { type: 'string' } },
})

const standard = findStandard('miit-2022-63/innovative') as Standard

const parts: { readonly [name: string]: () => readonly Row[] | Promise<readonly Row[]> } = {
  tree: () => benchTree(standard),
  flat: () => benchFlat(standard),
  kernel: () => benchKernel(standard),
  effect: () => benchEffect(standard),
  stream: () => benchStream(standard.id, Number(values.lines ?? 100_000)),
  ...(values.peers ? { peers: () => benchPeers(standard) } : {}),
}

const [first] = cpus()
console.log(
  `Node ${process.version}, ${cpus().length} × ${first?.model ?? '?'}, load ${loadavg()[0]?.toFixed(1)} at the start\n`,
)
const rows: Row[] = []
for (const [name, run] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await run()))
}
console.log(tableOf(rows))
console.log(`\nload ${loadavg()[0]?.toFixed(1)} at the end`)
