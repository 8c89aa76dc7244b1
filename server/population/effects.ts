import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import type { Scope } from '../store/scope.ts'
import { computeEffect, type EffectQuestion, type PopulationEffect } from './compute-effect.ts'
import { extentOf } from './read-population.ts'

/** Where a computation stands. */
export type EffectState =
  | { readonly state: 'computing'; readonly done: number; readonly firms: number }
  | { readonly state: 'ready'; readonly effect: PopulationEffect; readonly upTo: string | null }

/** Effects that were asked for, computed once and kept while they are true. */
export interface Effects {
  /** The effect, or how far it is when it takes longer than a reader likes to wait. */
  ask(db: Kysely<Database>, scope: Scope, question: EffectQuestion): Promise<EffectState>
}

interface Work {
  done: number
  firms: number
  readonly upTo: string | null
  readonly result: Promise<PopulationEffect>
}

/** Results kept; the one asked for longest ago goes first. */
const KEPT = 8

/**
 * Computes effects in this process. The same editions, day and population are the same effect: two that ask at once wait
 * for one computation, and one that takes longer than `patience` milliseconds goes on while its reader comes back.
 */
export const openEffects = ({ patience }: { readonly patience: number }): Effects => {
  const works = new Map<string, Work>()

  const begin = (
    db: Kysely<Database>,
    scope: Scope,
    key: string,
    upTo: string | null,
    question: EffectQuestion,
  ): Work => {
    const compute = (): Promise<PopulationEffect> =>
      computeEffect(db, scope, { upTo }, question, (done, firms) => {
        work.done = done
        work.firms = firms
      })
    // The object is there before its computation looks at it.
    const work: Work = { done: 0, firms: 0, upTo, result: Promise.resolve().then(compute) }
    // A failure is told to whoever waits, and is no reason not to try again.
    work.result.catch(() => works.delete(key))
    return work
  }

  return {
    ask: async (db, scope, question) => {
      const { upTo } = await extentOf(db, scope)
      const { before, after, asOf } = question
      const key = [scope, before.standard.edition, after.standard.edition, asOf, upTo].join(' ')
      const work = works.get(key) ?? begin(db, scope, key, upTo, question)
      works.delete(key)
      works.set(key, work)
      for (const oldest of works.keys()) if (works.size > KEPT) works.delete(oldest)
      let timer: NodeJS.Timeout | undefined
      const waited = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, patience, undefined)
      })
      const effect = await Promise.race([work.result, waited])
      clearTimeout(timer)
      return effect
        ? { state: 'ready', effect, upTo: work.upTo }
        : { state: 'computing', done: work.done, firms: work.firms }
    },
  }
}
