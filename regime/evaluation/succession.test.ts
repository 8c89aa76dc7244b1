import { describe, expect, test } from 'vitest'
import type { Day } from '../kernel/day.ts'
import { type Called, conflictOf, predecessorOf, type Reign, reignsOn } from './succession.ts'

const reign = (id: string, from: string, to: string | null = null, effectiveOn = from): Reign & Called => ({
  id,
  title: `${id.split('/')[0]}的标准`,
  instrument: '演示〔2026〕1号',
  tier: 'specialised',
  edition: `sha256:${id}${effectiveOn}`,
  from: from as Day,
  to: to as Day | null,
  effectiveOn: effectiveOn as Day,
})
const old = reign('miit-2022-63/specialised', '2022-08-01', '2026-03-31')
const now = reign('miit-2026-2/specialised', '2026-04-01')
const states = (reigns: readonly Reign[], day: string) =>
  reignsOn(reigns, 'specialised', day as Day).map(({ id, state }) => `${id} ${state}`)

describe('R8.1 版本接替（第八条）', () => {
  test('无终止日的，自新版施行之日起由新版接替；两版都还能选用', () => {
    const next = reign('next/specialised', '2027-01-01')
    expect(conflictOf(next, [old, now])).toBeUndefined()
    expect(states([old, now, next], '2026-12-31')).toEqual([
      'miit-2026-2/specialised current',
      'miit-2022-63/specialised over',
    ])
    expect(states([old, now, next], '2027-01-01')).toEqual([
      'next/specialised current',
      'miit-2026-2/specialised superseded',
      'miit-2022-63/specialised over',
    ])
  })

  test('批准的启用日期以前，新版不供选用，即使它自己的施行日期已到', () => {
    const next = reign('next/specialised', '2027-01-01', null, '2027-03-01')
    expect(states([now, next], '2027-02-28')).toEqual(['miit-2026-2/specialised current'])
    expect(states([now, next], '2027-03-01')[0]).toBe('next/specialised current')
  })

  test('同一编号的更正读法接替原读法，不与任何一版冲突', () => {
    const corrected = reign(now.id, now.from, null, '2026-06-01')
    const next = reign('next/specialised', '2027-01-01')
    expect(conflictOf(corrected, [old, now, next])).toBeUndefined()
    expect(reignsOn([old, now, corrected], 'specialised', '2026-06-01' as Day)[0]?.edition).toBe(corrected.edition)
    expect(predecessorOf(corrected, [old, now])).toBe(now)
  })

  test.each<[string, Reign, RegExp]>([
    ['同日施行', reign('x/specialised', '2026-04-01'), /与“miit-2026-2的标准”（演示〔2026〕1号）同一天/],
    [
      '在另一版的起止之间施行',
      reign('x/specialised', '2023-01-01', '2023-12-31'),
      /落在“miit-2022-63的标准”（演示〔2026〕1号）的施行期间/,
    ],
    [
      '延伸到另一版施行之后',
      reign('x/specialised', '2021-01-01'),
      /延伸到“miit-2022-63的标准”（演示〔2026〕1号）开始施行的 2022-08-01 之后/,
    ],
    ['内容完全相同', now, /内容完全相同/],
  ])('%s：说明与哪一版冲突', (_, claimant, sentence) => {
    expect(conflictOf(claimant, [old, now])).toMatch(sentence)
  })

  test('新文件与它之前最近的一版比较', () => {
    expect(predecessorOf(reign('next/specialised', '2027-01-01'), [old, now])).toBe(now)
    expect(predecessorOf(now, [old, now])).toBe(old)
    expect(predecessorOf(old, [old, now])).toBeUndefined()
  })
})
