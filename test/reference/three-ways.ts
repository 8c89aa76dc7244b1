// One definition, three ways to run it: explained (walked, and by the code written from it), flat (and its plan interpreted),
// kernel.
import { isDeepStrictEqual } from 'node:util'
import { loadFlat } from '../../bench/load-flat.ts'
import { judge } from '../../regime/evaluation/evaluate.ts'
import type { Facts } from '../../regime/evaluation/facts.ts'
import { writeRow } from '../../regime/evaluation/flat/row.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { fits, readCells } from '../../regime/evaluation/plan/cells.ts'
import { interpret } from '../../regime/evaluation/plan/interpret.ts'
import { type FlatResult, flatResultOf, unpack } from '../../regime/evaluation/plan/unpack.ts'
import { openPopulation } from '../../regime/evaluation/population/population.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { loadTracer } from '../../standards/tracer.ts'
import type { ReferenceStandard } from './evaluate.ts'
import type { RawFacts } from './facts.ts'
import { generateFacts } from './generate.ts'
import { type Random, randomFrom } from './random.ts'

/** What all ways have in common, of the explained one. */
export const flatOf = (standard: Standard, facts: Facts): FlatResult => flatResultOf(judge(standard, facts).result)

const enormous = ['999999999999.999999', '9007199254.740991', '9007199254.740992', '90071992.547409', '900719.925475']

/** Amounts at and past what doubles hold: the law has no upper end. */
const stretched = (random: Random, facts: RawFacts): RawFacts => {
  const years = (facts as { readonly years?: unknown }).years
  if (!Array.isArray(years)) return facts
  const keys = ['revenue', 'mainRevenue', 'rdExpense', 'totalAssets', 'totalLiabilities', 'netProfit']
  return {
    ...facts,
    years: years.map((year: object) => ({
      ...year,
      ...Object.fromEntries(
        keys.filter((key) => key in year && random.chance(0.5)).map((key) => [key, random.pick(enormous)]),
      ),
    })),
  } as RawFacts
}

/** Facts of a seed; one in twenty has enormous amounts. */
export const firmOf = (standard: Standard, seed: number): RawFacts => {
  const facts = generateFacts(standard.id as ReferenceStandard, seed)
  const random = randomFrom(seed + 1)
  return random.chance(0.05) ? stretched(random, facts) : facts
}

export interface Compared {
  /** Disagreements, as seeds with what each way says; at most a few. */
  readonly differences: readonly {
    readonly seed: number
    readonly way: string
    readonly said: unknown
    readonly explained: FlatResult
  }[]
  /** How many took the exact path: amounts past 2⁵³, or products too close for doubles. */
  readonly exact: number
}

const MOST = 3
const BATCH = 5_000

/** Runs every way over generated facts and compares each result with the explained one, field by field. */
export const compareWays = async (standard: Standard, first: number, count: number): Promise<Compared> => {
  const differences: Compared['differences'][number][] = []
  const population = openPopulation(standard, Math.min(count, BATCH))
  const { plan } = population
  const { flat } = await loadFlat(plan)
  const take = await loadTracer(standard)
  const each = plan.layout.words
  const row = new Float64Array(plan.columns.length)
  const words = new Uint32Array(each)
  let exact = 0
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start)
    const explained: FlatResult[] = []
    const check = (at: number, way: string, said: FlatResult | undefined): void => {
      const told = explained[at] as FlatResult
      if (JSON.stringify(said) !== JSON.stringify(told) && differences.length < MOST)
        differences.push({ seed: first + start + at, way, said, explained: told })
    }
    for (let at = 0; at < size; at++) {
      const facts = parseFacts(firmOf(standard, first + start + at))
      const { result, trace } = judge(standard, facts)
      explained.push(flatResultOf(result))
      // The whole tree, every node and number of it.
      if (!isDeepStrictEqual(take(facts), trace) && differences.length < MOST)
        differences.push({
          seed: first + start + at,
          way: 'trace',
          said: take(facts).outcome,
          explained: flatResultOf(result),
        })
      const cells = readCells(standard.definition, plan, facts)
      population.putCells(at, cells)
      interpret(plan, cells, words)
      check(at, 'interpreted', unpack(plan, words))
      if (!fits(plan, cells)) continue
      writeRow(plan, cells, row)
      flat(row, 0, words, 0)
      const told = unpack(plan, words)
      if (told) check(at, 'flat', told)
    }
    exact += population.run(0, size)
    for (let at = 0; at < size; at++) check(at, 'kernel', population.resultOf(at))
  }
  return { differences, exact }
}
