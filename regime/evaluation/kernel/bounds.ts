import type { StandardDefinition } from '../definition.ts'
import { edgesOf } from '../edges.ts'

/**
 * The greatest amount for which every product of the standard stays exact in a double: 2⁵³ by the greatest factor of any
 * threshold, halved for sums of two years. Checked once per enterprise, at the door of the kernel.
 */
export const boundsOf = (definition: StandardDefinition): number => {
  let factor = 1
  // Thresholds in 分 stand alone; only fractions multiply an amount.
  for (const edges of edgesOf(definition))
    for (const { bound } of edges)
      if (bound.lifted.denominator > 1) factor = Math.max(factor, bound.lifted.numerator, bound.lifted.denominator)
  return Math.floor(Number.MAX_SAFE_INTEGER / (2 * factor))
}
