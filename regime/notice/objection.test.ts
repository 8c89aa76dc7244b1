import { describe, expect, test } from 'vitest'
import { objectionActWords, objectionDeskLabel, objectionLabel } from './objection.ts'

const standings = ['open', 'proposed', 'upheld', 'unfounded', 'joined'] as const

describe('异议的说法（第十七条）', () => {
  test('对外不透露内部环节：待核实和意见待审批说法相同，对内不同', () => {
    expect(objectionLabel('open')).toBe(objectionLabel('proposed'))
    expect(new Set(standings.map(objectionDeskLabel)).size).toBe(standings.length)
  })

  test('办理记录逐条写明结论、理由、意见和查看用途', () => {
    expect(objectionActWords('objection.propose', { outcome: 'upheld', reasons: '数据不符' })).toEqual({
      label: '经办提出处理意见',
      words: ['异议成立', '理由：数据不符'],
    })
    expect(objectionActWords('objection.reveal', { purpose: '补充材料' }).words).toEqual(['用途：补充材料'])
    expect(objectionActWords('objection.confirm', { outcome: 'unfounded', note: '' }).words).toEqual(['异议不成立'])
  })
})
