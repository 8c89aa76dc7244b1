// The independent reference: slow, exact, written from the law and docs/evaluation.md without reading the engine. "The
// contract" in these files is docs/evaluation.md.
import { eligibilityHenan } from './eligibility-henan.ts'
import type { RawFacts } from './facts.ts'
import { innovative2022 } from './innovative-2022.ts'
import { littleGiant2022 } from './little-giant-2022.ts'
import { littleGiant2026 } from './little-giant-2026.ts'
import { type Applied, type ReferenceResult, resultOf } from './result.ts'
import { specialised2022 } from './specialised-2022.ts'
import { specialised2026 } from './specialised-2026.ts'

/** The six standards of the contract. */
export const referenceStandards = {
  'miit-2022-63/innovative': innovative2022,
  'miit-2022-63/specialised': specialised2022,
  'miit-2022-63/little-giant': littleGiant2022,
  'miit-2026-2/specialised': specialised2026,
  'miit-2026-2/little-giant': littleGiant2026,
  'henan-2023-131/eligibility': eligibilityHenan,
} satisfies Record<string, (facts: RawFacts) => Applied>

export type ReferenceStandard = keyof typeof referenceStandards

/** Evaluates raw facts of the contract's form, which must be well-formed: bad input is the engine's business. */
export const evaluateReference = (standard: ReferenceStandard, facts: RawFacts): ReferenceResult =>
  resultOf(facts, referenceStandards[standard](facts))
