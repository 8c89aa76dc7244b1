import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Edition } from '../../regime/evaluation/edition.ts'
import { type Effect, openEffect } from '../../regime/evaluation/effect/effect.ts'
import type { Facts } from '../../regime/evaluation/facts.ts'
import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import type { Day } from '../../regime/kernel/day.ts'
import type { Database } from '../store/database.ts'
import type { Scope } from '../store/scope.ts'
import { countPopulation, type PopulationExtent, readPopulation } from './read-population.ts'

/** What is asked: two editions, and the day on which everybody is taken to apply. */
export interface EffectQuestion {
  readonly before: Edition
  readonly after: Edition
  readonly asOf: Day
}

export interface PopulationEffect extends Effect {
  /** Firms whose facts the grammar of today does not take; they are counted nowhere else. */
  readonly unreadable: number
}

/** Most turned firms kept to be listed; the counts are complete. */
const KEPT = 20_000

const findFacts = (facts: Readonly<Record<string, unknown>>, asOf: Day): Facts | undefined => {
  try {
    return parseFacts({ ...facts, asOf })
  } catch (refusal) {
    if (refusal instanceof FactsRefusal) return undefined
    throw refusal
  }
}

/**
 * What an edition would do to the population in a scope (R8.2, B4). Reads and evaluates page by page, so that neither
 * memory nor the wait of other requests grows with the population; `told` hears how many firms of how many are done.
 */
export const computeEffect = async (
  db: Kysely<Database>,
  scope: Scope,
  extent: PopulationExtent,
  { before, after, asOf }: EffectQuestion,
  told: (done: number, firms: number) => void,
): Promise<PopulationEffect> => {
  const run = openEffect(before, after, { kept: KEPT })
  let unreadable = 0
  let done = 0
  const counts = await countPopulation(db, scope, extent)
  const firms = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for await (const page of readPopulation(db, scope, extent, counts)) {
    for (const { authority, enterprise, case: id, facts } of page) {
      const read = findFacts(facts, asOf)
      if (read) run.put({ id: enterprise, authority, case: id, facts: read })
      else unreadable++
    }
    run.flush()
    done += page.length
    told(done, firms)
    await setImmediate()
  }
  return { ...run.finish(), unreadable }
}
