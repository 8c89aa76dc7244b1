import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseStandardTexts, readStandardTexts } from '../../standards/load.ts'
import { mutationExceptions } from './mutation-exceptions.ts'
import { mutationsOf, mutationTrial } from './mutations.ts'

const documents = parseStandardTexts(readStandardTexts(join(dirname(dirname(import.meta.dirname)), 'standards')))

test('标准数据里的每一个数，上下各改一，装入时被拒绝或被对照发现；例外逐一列明', () => {
  const trial = mutationTrial(documents, 40_000, 40_000_000)
  const survived = mutationsOf(documents).filter((mutation) => trial(mutation) === 'survived')
  const shown = (one: { readonly file: string; readonly path: unknown; readonly to: unknown }): string =>
    `${one.file} ${Array.isArray(one.path) ? one.path.join('.') : one.path} ${one.to}`
  // Exactly the exceptions: one that is noticed after all is no exception any more.
  expect(survived.map(shown)).toEqual(mutationExceptions.map(shown))
})
