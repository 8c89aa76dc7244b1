import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { findStandard } from '../../standards/load.ts'
import { type Line, linesOf } from './lines.ts'
import { evaluateLines } from './stream.ts'

const standard = findStandard('miit-2022-63/innovative') as Standard
const line = '{"asOf":"2024-06-01"}\n'
const chunk = Buffer.from(line.repeat(1_000))

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))

describe('逐行评价：读者慢则读入也慢', () => {
  /** Chunks without end, and how many were asked for. */
  const endless = () => {
    const asked = { chunks: 0 }
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      for (; asked.chunks < 1_000; asked.chunks++) yield chunk
    }
    return { asked, chunks: chunks() }
  }

  test('写出的没有被取走以前，不再读入', async () => {
    const taken: (() => void)[] = []
    const output = new Writable({
      highWaterMark: 1,
      write: (_bytes, _encoding, done) => {
        taken.push(done)
      },
    })
    const { asked, chunks } = endless()
    void evaluateLines(standard, chunks, output, false, () => {})
    await settled()
    expect([asked.chunks, taken.length]).toEqual([0, 1])
    const before = taken.length
    // Each piece taken away lets the next be made, and no more than one.
    for (let times = 0; times < 20; times++) {
      taken[taken.length - 1]?.()
      await settled()
      expect(taken.length).toBe(before + times + 1)
    }
    expect(asked.chunks).toBeLessThan(20)
  })

  test('写不下去时停下，不再读入', async () => {
    const output = new Writable({ write: (_bytes, _encoding, done) => done(new Error('closed')) })
    output.on('error', () => {})
    const { asked, chunks } = endless()
    await expect(evaluateLines(standard, chunks, output, false, () => {})).rejects.toThrow('closed')
    expect(asked.chunks).toBe(0)
  })
})

describe('分行', () => {
  const split = async (pieces: readonly string[]): Promise<readonly (string | null)[]> => {
    // One piece of memory for all, as when reading from a file.
    const memory = new Uint8Array(64)
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      for (const piece of pieces) {
        memory.fill(0x3f)
        yield memory.subarray(0, new TextEncoder().encodeInto(piece, memory).written)
      }
    }
    const found: (string | null)[] = []
    for await (const lines of linesOf(chunks()))
      found.push(...lines.map((one: Line) => (one === null ? null : Buffer.from(one).toString())))
    return found
  }

  test('行跨越任意多块，末行没有换行，空行，各块在同一内存', async () => {
    const text = 'a\n\nbcd\n企业\r\n\nlast'
    const lines = text.split('\n')
    for (let size = 1; size <= text.length; size++) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_none, at) =>
        text.slice(at * size, (at + 1) * size),
      )
      expect(await split(pieces)).toEqual(lines)
    }
    expect(await split([])).toEqual([])
    expect(await split(['\n'])).toEqual([''])
  })
})
