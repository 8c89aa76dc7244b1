import type { Amount } from '../../kernel/fraction.ts'
import { judge } from '../evaluate.ts'
import type { Verdict } from '../explanation.ts'
import type { Facts } from '../facts.ts'
import { type Cells, placesIn, readCells } from '../plan/cells.ts'
import { type Plan, PlanRefusal } from '../plan/plan.ts'
import { codeAt, type FlatResult, flatResultOf } from '../plan/unpack.ts'
import { openPopulation } from '../population/population.ts'
import type { Standard } from '../standard.ts'

/** Evaluates enterprises batch by batch under one standard. */
export interface Evaluator {
  /**
   * Reads an enterprise into row `row` of the batch and gives its columns, where there are any. `lent` are the columns
   * that the lender gave for the same facts.
   */
  put(row: number, facts: Facts, lent?: Cells): Cells | undefined
  /** Absent where rows are evaluated one by one. */
  readonly plan?: Plan
  /** Evaluates the first `rows` rows. Gives how many took the exact path. */
  run(rows: number): number
  /** Outcome of a row as of the last run. */
  outcomeAt(row: number): Verdict
  /** Everything about a row as of the last run. */
  resultAt(row: number): FlatResult
}

const verdicts: readonly Verdict[] = ['unmet', 'undetermined', 'met']

/** One enterprise after the other by the engine itself: for a standard that has no plan. */
const openJudge = (standard: Standard, capacity: number): Evaluator => {
  const given = new Array<Facts | undefined>(capacity)
  const results: FlatResult[] = []
  return {
    put: (row, facts) => {
      given[row] = facts
      return undefined
    },
    run: (rows) => {
      for (let row = 0; row < rows; row++) results[row] = flatResultOf(judge(standard, given[row] as Facts).result)
      return rows
    },
    outcomeAt: (row) => (results[row] as FlatResult).outcome,
    resultAt: (row) => results[row] as FlatResult,
  }
}

/**
 * The population kernel, or the engine row by row where the standard has a form that no plan takes. A `lender` is the
 * evaluator of another edition with the same terms: what both read in the same way is read once.
 */
export const openEvaluator = (standard: Standard, capacity: number, lender?: Evaluator): Evaluator => {
  try {
    const { plan, words, putCells, run, resultOf } = openPopulation(standard, capacity)
    const places = lender?.plan && placesIn(lender.plan, plan)
    const asksNothingElse = places?.every((place) => place >= 0)
    return {
      plan,
      put: (row, facts, lent) => {
        const cells =
          lent && places && asksNothingElse
            ? places.map((place) => lent[place] as Amount | null)
            : readCells(standard.definition, plan, facts, lent && places && { cells: lent, places })
        putCells(row, cells)
        return cells
      },
      run: (rows) => run(0, rows),
      // No row is left to the exact path after a run.
      outcomeAt: (row) => verdicts[codeAt(words, row * plan.layout.words, plan.layout.outcome)] as Verdict,
      resultAt: resultOf,
    }
  } catch (refusal) {
    if (!(refusal instanceof PlanRefusal)) throw refusal
    return openJudge(standard, capacity)
  }
}
