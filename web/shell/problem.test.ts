import { describe, expect, test } from 'vitest'
import { ApiProblem, errorAnswer } from '../../contract/problem.ts'
import { problemOf } from './problem.ts'

describe('出错说明', () => {
  test('接口的拒绝带着代码、原因、办法和依据', () => {
    expect(problemOf(new ApiProblem(403, errorAnswer('act.same-person')))).toEqual({
      status: 403,
      code: 'act.same-person',
      message: '经办与审批不能是同一人。',
      remedy: '请由另一名审批人员办理。',
      article: '第七条',
    })
  })
  test('拒绝另有具体原因的，原因一并给出', () => {
    const reason = '与“某标准”（某〔2026〕1号）同一天（2026-04-01）开始施行，同一层次会有两个标准'
    expect(problemOf(new ApiProblem(409, errorAnswer('edition.conflict', { reason })))).toMatchObject({ reason })
    expect(problemOf(new ApiProblem(409, errorAnswer('edition.conflict'))).reason).toBeUndefined()
  })
  test('逐项的问题按填写处取出', () => {
    const fields = [{ in: 'body', pointer: '/login', message: '请填写手机号码或电子邮箱。' }]
    expect(problemOf(new ApiProblem(400, errorAnswer('request.invalid', { fields }))).fields).toEqual({
      '/login': '请填写手机号码或电子邮箱。',
    })
  })
  test('意外的错误不露出内情；取不到页面时说明可能已更新', () => {
    expect(problemOf(new Error('relation "cases" does not exist')).message).not.toContain('relation')
    expect(problemOf(new TypeError('Failed to fetch dynamically imported module')).code).toBe('page.outdated')
    for (const odd of [undefined, null, 'x', {}, { code: 1 }]) expect(problemOf(odd).code).toBe('page.unexpected')
  })
})
