import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { sha256 } from '../../regime/kernel/sha256.ts'
import { findStandard } from '../../standards/load.ts'
import { type ReferenceStandard, referenceStandards } from '../../test/reference/evaluate.ts'
import { lineOf } from '../../test/spoilt-lines.ts'
import { evaluateLines } from './stream.ts'

const LINES = 1_500
const NEWLINE = Buffer.from('\n')

/** What the command writes for generated lines, fed in pieces that end anywhere; the edition's digest left out. */
const writtenFor = async (id: ReferenceStandard): Promise<readonly string[]> => {
  const lines = Array.from({ length: LINES }, (_none, seed) => lineOf(id, seed))
  const bytes = Buffer.concat(lines.flatMap((line) => [line, NEWLINE]))
  const standard = { ...(findStandard(id) as Standard), edition: 'sha256:…' }
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let start = 0, size = 1; start < bytes.length; start += size, size = ((size * 7) % 9_973) + 1)
      yield bytes.subarray(start, start + size)
  }
  const pieces: Buffer[] = []
  const output = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(Buffer.from(piece))
      done()
    },
  })
  const { lines: read } = await evaluateLines(standard, chunks(), output, false, () => {})
  expect(read).toBe(LINES)
  return Buffer.concat(pieces).toString().trimEnd().split('\n')
}

const standards = Object.keys(referenceStandards) as ReferenceStandard[]

// Recorded before the command was made fast. A change of what the law says changes it too: then look at the difference
// and record it anew (vitest -u).
test.each(standards)('每一行结果的字节、每一条拒绝的文字，与记录相同 %s', async (id) => {
  const written = await writtenFor(id)
  const refused = written.filter((line) => line.startsWith('{"line":'))
  expect(written).toHaveLength(LINES)
  expect(refused.length).toBeGreaterThan(LINES / 4)
  expect(sha256(written.join('\n'))).toMatchSnapshot()
  if (id === 'miit-2022-63/innovative')
    await expect(`${refused.join('\n')}\n`).toMatchFileSnapshot('./__snapshots__/refusals.ndjson')
})
