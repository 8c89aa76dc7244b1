import { describe, expect, test } from 'vitest'
import type { Actor, OfficerRole } from '../jurisdiction/actor.ts'
import { localAuthorities, PROVINCE } from '../jurisdiction/authorities.ts'
import type { Day } from '../kernel/day.ts'
import {
  availableEditionActs,
  type EditionView,
  editionActs,
  editionStatuses,
  refusalOfDay,
  refusalOfEditionAct,
  refusalToHandIn,
} from './edition.ts'

const officer = (person: string, authority: string, ...roles: OfficerRole[]): Actor =>
  ({ kind: 'officer', person, authority, roles }) as Actor
const proposed: EditionView = { status: 'proposed', proposedBy: 'a', from: '2026-10-01' as Day }

describe('R8.2 标准版本由两人办理（第七条、第八条）', () => {
  test('省级经办提交和撤回自己的，省级审批决定别人的', () => {
    const everything = officer('a', PROVINCE, 'handler', 'approver')
    expect(availableEditionActs(everything, proposed)).toEqual(['withdraw'])
    expect(refusalOfEditionAct('enforce', everything, proposed)).toBe('act.same-person')
    expect(availableEditionActs(officer('b', PROVINCE, 'approver'), proposed)).toEqual(['enforce', 'reject'])
    expect(availableEditionActs(officer('b', PROVINCE, 'handler'), proposed)).toEqual([])
    expect(refusalOfEditionAct('withdraw', officer('b', PROVINCE, 'handler'), proposed)).toBe('edition.not-yours')
  })

  test('办结之后谁也不能再办', () => {
    for (const status of editionStatuses.filter((one) => one !== 'proposed'))
      for (const act of editionActs)
        expect(refusalOfEditionAct(act, officer('b', PROVINCE, 'handler', 'approver'), { ...proposed, status })).toBe(
          'edition.decided',
        )
  })

  test('R5.3 十九个主管部门、企业、个人、公众、系统管理人员都不能办', () => {
    const others: readonly Actor[] = [
      ...localAuthorities.map(({ code }) => officer('b', code, 'handler', 'approver')),
      officer('b', PROVINCE, 'leader'),
      { kind: 'public' } as Actor,
      { kind: 'person', person: 'b' } as Actor,
      { kind: 'clock' } as Actor,
    ]
    for (const actor of others) {
      expect(refusalToHandIn(actor)).toBeDefined()
      expect(availableEditionActs(actor, proposed)).toEqual([])
    }
  })

  test('启用日期不早于今天，也不早于标准自己的施行日期', () => {
    const on = (day: string, today: string) => refusalOfDay(day as Day, proposed, today as Day)
    expect(on('2026-10-01', '2026-09-01')).toBeUndefined()
    expect(on('2026-09-30', '2026-09-01')).toBe('edition.day-passed')
    expect(on('2026-10-01', '2026-10-02')).toBe('edition.day-passed')
    expect(on('2026-10-02', '2026-10-02')).toBeUndefined()
  })
})
