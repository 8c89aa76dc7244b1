import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

describe('数据目录只归一个程序', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Another process that takes the folder, announces itself, and waits. */
  const holdElsewhere = async () => {
    const module = JSON.stringify(new URL('./lock.ts', import.meta.url).href)
    const code = `import(${module}).then(({ lockFolder }) => {
      lockFolder(${JSON.stringify(folder)}).announce('http://127.0.0.1:9')
      console.log('held')
      setInterval(() => {}, 1000)
    })`
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    return child
  }

  test('已被占用：得知由谁、在何地址', async () => {
    const child = await holdElsewhere()
    expect(lockFolder(folder)).toEqual({ heldBy: { pid: child.pid, address: 'http://127.0.0.1:9' } })
    child.kill('SIGKILL')
  })

  test('占用者被 kill -9：立即可用', async () => {
    const child = await holdElsewhere()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const lock = lockFolder(folder)
    expect(lock).not.toHaveProperty('heldBy')
    if ('release' in lock) lock.release()
  })

  test('同时抢占，只有一个得到', async () => {
    const module = JSON.stringify(new URL('./lock.ts', import.meta.url).href)
    const code = `import(${module}).then(({ lockFolder }) => {
      console.log('heldBy' in lockFolder(${JSON.stringify(folder)}) ? 'lost' : 'won')
      setTimeout(() => {}, 2000)
    })`
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
        return new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
      }),
    )
    expect(answers.sort()).toEqual(['lost', 'lost', 'lost', 'lost', 'lost', 'won'])
  })
})
