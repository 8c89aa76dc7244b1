import { expect, test } from 'vitest'
import { loadStandards } from '../../standards/load.ts'
import { compareWays } from './three-ways.ts'

const count = Number(process.env.TIDU_WAYS_LONG ?? 100_000)

test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
  '十万家生成的企业，三种算法逐项一致：%s',
  async (_id, standard) => {
    expect((await compareWays(standard, 20_000_000, count)).differences).toEqual([])
  },
)
