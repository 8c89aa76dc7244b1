import { describe, expect, test } from 'vitest'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import { findStandard } from '../../../standards/load.ts'
import { beyondFacts, beyondOf, beyondProblem, beyondQuestions } from './beyond.ts'

const asked = (id: string) => {
  const standard = findStandard(id)
  if (!standard) throw new Error(id)
  return beyondQuestions([standard.definition], '2026-09-01').map((question) => question.id)
}

describe('企业资料以外的问题', () => {
  test('只问所选标准用得到的', () => {
    expect(asked('miit-2022-63/innovative')).toEqual([])
    expect(asked('miit-2022-63/specialised')).toEqual(['local-points'])
    expect(asked('miit-2026-2/specialised')).toEqual(['application', 'tier-one', 'score-0', 'score-1'])
    expect(asked('miit-2026-2/little-giant')).toEqual(['application', 'specialised', 'score-0', 'score-1'])
  })

  test('没有回答的不当作没有；答案存成数据文件再打开，不变', () => {
    const asOf = '2026-09-01'
    expect(beyondFacts({}, asOf)).toEqual({ application: 'new' })
    const answers = {
      application: 'renewal',
      'tier-one': 'true',
      specialised: 'false',
      'score-0': '51.5',
      'local-points': '15',
    }
    const facts = { asOf, ...beyondFacts(answers, asOf) }
    parseFacts(facts)
    expect(beyondOf(facts)).toEqual(answers)
  })

  test('读不懂的说明该填什么，不采用', () => {
    const score = { id: 'score-0', label: '', kind: 'number' } as const
    expect(beyondProblem(score, '101')).toBe('请填 0 至 100 的数')
    expect(beyondProblem(score, '')).toBeUndefined()
    expect(beyondFacts({ 'score-0': '101', 'local-points': '16' }, '2026-09-01')).toEqual({ application: 'new' })
  })
})
