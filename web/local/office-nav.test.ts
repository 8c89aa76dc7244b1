import { expect, test } from 'vitest'
import type { OfficerRole } from '../../regime/jurisdiction/actor.ts'
import { officeNav } from './office-nav.ts'

const counts = {
  visit: 2,
  objection: 8,
  'notice-ready': 3,
  'notice-approval': 1,
  'filing-ready': 4,
  'filing-approval': 5,
}

const badges = (...roles: OfficerRole[]) =>
  Object.fromEntries(
    officeNav('local', roles, 7, counts, 6, 0).flatMap(({ label, count }) => (count ? [[label, count]] : [])),
  )

test('导航旁的数目只计本人岗位能办的（第七条：经办与审批为两人）', () => {
  expect(badges('handler')).toEqual({ 待办: 7, 实地核查: 2, 公示: 3, 异议: 8, 备案: 4, 认领: 6 })
  expect(badges('approver')).toEqual({ 待办: 7, 公示: 1, 异议: 8, 备案: 5, 认领: 6 })
  expect(badges('verifier')).toEqual({ 待办: 7, 实地核查: 2 })
  expect(badges('leader')).toEqual({ 待办: 7 })
})

test('省厅：经办看到待拟定的，审批看到待批准的', () => {
  const own = { 'province-notice-ready': 2, 'province-notice-approval': 1, filed: 3 }
  const shown = (role: OfficerRole) =>
    officeNav('province', [role], 0, own, 0, 0).flatMap(({ label, count }) => (count ? [`${label} ${count}`] : []))
  expect(shown('handler')).toEqual(['抽取 3', '公示 2'])
  expect(shown('approver')).toEqual(['公示 1'])
  const waiting = officeNav('province', ['approver'], 0, {}, 0, 0, 2)
  expect(waiting.find(({ label }) => label === '标准')?.count).toBe(2)
})
