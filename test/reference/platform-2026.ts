// 专精特新发展评价得分 (2026 附件1 第六项, 附件2 第七项): the year's own; on renewal either of two years.
import { applicationYear, fact, platformScore, type RawFacts } from './facts.ts'
import { amountAtLeast, when } from './tests.ts'
import { all, any, type Leaf, type Node } from './tree.ts'

/** The application is a renewal (复核). */
export const isRenewal = (facts: RawFacts): Leaf =>
  when(fact<string>(facts, 'application'), (application) => application === 'renewal')

/**
 * The score reaches `least`. What suffices for a new application suffices for a renewal, so an unknown application is
 * met exactly where new is met, unmet where renewal is unmet: where both agree.
 */
export const platformScoreAtLeast = (facts: RawFacts, least: string): Node => {
  const Y = applicationYear(facts)
  return any(
    amountAtLeast(platformScore(facts, Y), least),
    all(isRenewal(facts), amountAtLeast(platformScore(facts, Y - 1), least)),
  )
}
