import type { Outline, Passage } from '../../regime/evaluation/telling/outline.ts'
import { Refusal } from '../../regime/kernel/errors.ts'

/** Most lines one paper may have: about a hundred pages, a second to set. */
export const LARGEST = 6_000

const linesOf = ({ lines, reasons, parts }: Passage): number =>
  1 + lines.length + reasons.length + parts.reduce((sum, part) => sum + linesOf(part), 0)

/** How much there is to set, in lines. */
export const sizeOf = (outlines: readonly Outline[]): number =>
  outlines.reduce(
    (sum, { sections, missing }) =>
      sections.reduce((all, { passages }) => passages.reduce((own, one) => own + linesOf(one), all), sum) +
      missing.length,
    0,
  )

/** Refuses (`paper.too-large`) what nobody would read on paper. */
export const demandPrintable = (outlines: readonly Outline[]): void => {
  if (sizeOf(outlines) > LARGEST) throw new Refusal('paper.too-large', { lines: LARGEST })
}
