import { localListRows, provinceListRows } from './lists.ts'
import { reviewRows } from './review.ts'
import type { Row } from './row.ts'
import { spotCheckRows } from './spot-check.ts'
import { visitRows } from './visit.ts'

/**
 * The whole procedure of tier 1 (第九条) as one table: what may be done to a case, by whom, from where to where.
 * The API enforces it, the pages draw their buttons from it, the tests walk it.
 */
export const tierOne: readonly Row[] = Object.freeze([
  ...reviewRows,
  ...visitRows,
  ...localListRows,
  ...spotCheckRows,
  ...provinceListRows,
])
