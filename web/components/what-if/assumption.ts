import { changeFacts, type FactsDocument } from '../../../regime/evaluation/change-facts.ts'
import type { Gap, Move } from '../../../regime/evaluation/gap/move.ts'
import type { Figure } from '../../../regime/evaluation/gap/what-if.ts'
import { readDecimal } from '../../../regime/evaluation/reading-numbers.ts'
import { amount } from '../../../regime/kernel/fraction.ts'
import { moneyText } from '../../../regime/kernel/money.ts'

/** What is supposed beside the facts: figures by path as a document writes them, and deeds that are no figure. */
export interface Assumption {
  readonly figures: Readonly<Record<string, unknown>>
  readonly deeds: readonly Pick<Move, 'id' | 'sentence' | 'changes'>[]
}

export const nothingAssumed: Assumption = Object.freeze({ figures: {}, deeds: [] })

export const isNothing = ({ figures, deeds }: Assumption): boolean =>
  Object.keys(figures).length === 0 && deeds.length === 0

/** The facts as they would be. The facts themselves stay as they are. */
export const supposedFacts = (facts: FactsDocument, { figures, deeds }: Assumption): FactsDocument =>
  changeFacts(facts, {
    ...Object.fromEntries(deeds.flatMap(({ changes }) => changes.map(({ path, value }) => [path, value] as const))),
    ...figures,
  })

/** How a document writes a figure's value. */
export const documentValue = ({ measure }: Figure, value: bigint): unknown =>
  measure === 'money' ? moneyText(amount(value)) : measure === 'whole' ? Number(value) : readDecimal(amount(value))

/** A set of moves as an assumption: what has a slider moves it, the rest is listed. */
export const assumptionOf = ({ moves }: Gap, figures: readonly Figure[]): Assumption => {
  const paths = new Set(figures.map(({ path }) => path))
  const slides = (move: Move): boolean => move.changes.every(({ path }) => paths.has(path))
  return {
    figures: Object.fromEntries(
      moves.filter(slides).flatMap(({ changes }) => changes.map(({ path, value }) => [path, value] as const)),
    ),
    deeds: moves.filter((move) => !slides(move)),
  }
}
