import { expect, test } from 'vitest'
import { loadStandards } from '../../standards/load.ts'
import { bothResults, differ } from './compare.ts'
import { type ReferenceStandard, referenceStandards } from './evaluate.ts'
import { generateFacts } from './generate.ts'
import { shrink } from './shrink.ts'

const count = Number(process.env.TIDU_DIFFERENTIAL ?? 3000)
const firstSeed = Number(process.env.TIDU_DIFFERENTIAL_SEED ?? 0)
const standards = loadStandards()

test('参照实现与标准数据的标准相同', () => {
  expect(standards.map(({ id }) => id).sort()).toEqual(Object.keys(referenceStandards).sort())
})

test.each(Object.keys(referenceStandards) as ReferenceStandard[])(
  '引擎与参照实现逐项一致：%s',
  (id) => {
    const standard = standards.find((one) => one.id === id)
    if (!standard) throw new Error(`no standard ${id}`)
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const facts = generateFacts(id, seed)
      if (!differ(standard, facts)) continue
      const smallest = shrink(facts, (candidate) => differ(standard, candidate))
      const { engine, reference } = bothResults(standard, smallest)
      expect(engine, `seed ${seed}, facts ${JSON.stringify(smallest)}`).toEqual(reference)
    }
  },
  60_000 + count * 40,
)
