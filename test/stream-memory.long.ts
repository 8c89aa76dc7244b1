import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inventFirms } from '../bench/firms.ts'

const tidu = join(import.meta.dirname, '..', 'bin', 'tidu')
const CHUNKS = 300
const LINES_PER_CHUNK = 1_000
const EARLY = 30

/** Resident MB of a process now (Linux). */
const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

test.runIf(process.platform === 'linux')('三十万行与三万行所占内存相同（至多多出 15%）', async () => {
  const chunk = inventFirms(LINES_PER_CHUNK, 7)
    .map((firm) => `${JSON.stringify(firm)}\n`)
    .join('')
  const child = spawn(tidu, ['evaluate', 'miit-2022-63/innovative', '-', '--ndjson'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const most = { early: 0, late: 0 }
  for (let at = 0; at < CHUNKS; at++) {
    if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve))
    const part = at < EARLY ? 'early' : 'late'
    most[part] = Math.max(most[part], residentMegabytes(child.pid ?? 0))
  }
  child.stdin.end()
  expect(await ended).toBe(0)
  expect(most.late).toBeLessThanOrEqual(most.early * 1.15)
})
