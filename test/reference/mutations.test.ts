import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseStandardTexts, readStandardTexts } from '../../standards/load.ts'
import { isExcepted, mutationExceptions } from './mutation-exceptions.ts'
import { mutationsOf, mutationTrial } from './mutations.ts'

const documents = parseStandardTexts(readStandardTexts(join(dirname(dirname(import.meta.dirname)), 'standards')))
const all = mutationsOf(documents)

// Every one in `npm run test:long` (mutations.long.ts); here one in eleven of each file.
const STRIDE = 11
// Firms below 5000 万元 with 8000 万元 of equity are rarely decided by that alone; finding them takes the long run.
const RARE = 'conditions.4.any.2.'

test('标准数据里的数，任改一个（抽样），装入时被拒绝或被对照发现', () => {
  const trial = mutationTrial(documents, 4000, 40_000_000)
  const sample = Object.keys(documents).flatMap((named) =>
    all
      .filter(({ file }) => file === named)
      .filter(
        ({ file, path, to }, at) =>
          at % STRIDE === 0 && !isExcepted(file, path, to) && !path.join('.').startsWith(RARE),
      ),
  )
  expect(new Set(sample.map(({ file }) => file)).size).toBe(Object.keys(documents).length)
  expect(sample.filter((mutation) => trial(mutation) === 'survived')).toEqual([])
}, 300_000)

test('列出的例外确实都在数据里', () => {
  for (const { file, path, to } of mutationExceptions)
    expect(all.some((one) => one.file === file && one.path.join('.') === path && one.to === to)).toBe(true)
})
