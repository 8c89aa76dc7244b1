import type { Cells } from '../plan/cells.ts'
import type { Plan } from '../plan/plan.ts'

/** Writes one enterprise's cells as numbers: unknown is NaN. The cells must fit (plan/cells.ts). */
export const writeRow = (plan: Plan, cells: Cells, rows: Float64Array, at = 0): void => {
  for (let column = 0; column < plan.columns.length; column++) {
    const cell = cells[column]
    rows[at + column] = cell === null || cell === undefined ? Number.NaN : Number(cell)
  }
}
