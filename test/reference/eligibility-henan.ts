// 参评条件 — 豫工信企业函〔2023〕131号 第三条.
import { fact, type RawFacts } from './facts.ts'
import { recentIncident } from './record.ts'
import type { Applied } from './result.ts'
import { isSme } from './size.ts'
import { isFalse, isTrue } from './tests.ts'
import { all, not } from './tree.ts'

/** 第三条, applied. */
export const eligibilityHenan = (facts: RawFacts): Applied => {
  const enterprise = (key: string) => fact<boolean>(facts, 'enterprise', key)
  const E1 = isTrue(enterprise('registeredInHenan')) // 在河南省内工商注册登记
  const E2 = isTrue(enterprise('independentLegalPerson')) // 具有独立法人资格
  const E3 = isSme(facts) // 符合《中小企业划型标准规定》
  const E4 = all(isFalse(enterprise('abnormalOperation')), isFalse(enterprise('seriousDishonesty'))) // 未被列入名录、名单
  const E5 = isFalse(enterprise('prohibitedProduct')) // 不属于禁止、限制或淘汰类
  const E6 = not(recentIncident(facts)) // 近三年未发生
  return {
    standard: 'henan-2023-131/eligibility',
    inForceFrom: '2023-03-14',
    conditions: [
      ['E1', E1],
      ['E2', E2],
      ['E3', E3],
      ['E4', E4],
      ['E5', E5],
      ['E6', E6],
    ],
    outcome: all(E1, E2, E3, E4, E5, E6),
  }
}
