import { expect, test } from 'vitest'
import { loadStandards } from '../../standards/load.ts'
import { compareWays } from './three-ways.ts'

const count = Number(process.env.TIDU_WAYS ?? 2000)
const firstSeed = Number(process.env.TIDU_WAYS_SEED ?? 7_000_000)

test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
  '逐项说明（含生成代码的整棵树）、直线代码、总体内核逐项一致：%s',
  async (_id, standard) => {
    const { differences, exact } = await compareWays(standard, firstSeed, count)
    expect(differences).toEqual([])
    // Enormous amounts are among the facts, so the exact path is really taken where there are amounts.
    if (standard.definition.metrics.some(({ kind }) => kind === 'number')) expect(exact).toBeGreaterThan(0)
  },
  60_000 + count * 20,
)
