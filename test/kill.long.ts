import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { serveTidu } from './served.ts'

const program = join(dirname(import.meta.dirname), 'bin', 'tidu')
const ROUNDS = 40
const LONGEST_MS = 6_000

describe('任何时刻被 kill -9，下次都能启动', () => {
  test(`从空数据目录起，接连 ${ROUNDS} 次在不同时刻杀掉，最后一次正常启动`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
    const env = { ...process.env, TIDU_DATA: folder }
    for (let round = 0; round < ROUNDS; round++) {
      const child = spawn(program, ['serve', '--port', '0'], { env, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      // Early rounds die while the database is being made, later ones while it is filled and served.
      await pause(50 + Math.round((LONGEST_MS * round) / ROUNDS))
      child.kill('SIGKILL')
      await ended
    }
    const served = await serveTidu({ env: { TIDU_DATA: folder } })
    expect(await fetch(served.address).then(({ status }) => status)).toBe(200)
    expect(await served.stop()).toBe(0)
    rmSync(folder, { recursive: true })
  })
})
