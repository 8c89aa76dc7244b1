import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const expectations: Readonly<Record<string, string>> = {
  string: '请填写文字。',
  number: '请填写数字。',
  int: '请填写整数。',
  boolean: '请选择是或否。',
  array: '请填写列表。',
  object: '请填写一组内容。',
  record: '请填写一组内容。',
  null: '此处应为空。',
}

const formats: Readonly<Record<string, string>> = {
  uuid: '编号格式不正确。',
  date: '请填写日期，格式如 2026-09-01。',
  datetime: '请填写时刻，格式如 2026-09-01T08:00:00+08:00。',
  email: '电子邮箱格式不正确。',
  url: '网址格式不正确。',
}

const bound = (issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string => {
  const big = issue.code === 'too_big'
  const limit = String(big ? issue.maximum : issue.minimum)
  const word = issue.inclusive ? (big ? '不超过' : '不少于') : big ? '少于' : '多于'
  if (issue.origin === 'string')
    return issue.code === 'too_small' && issue.minimum === 1 ? '必填。' : `${word} ${limit} 个字符。`
  if (issue.origin === 'array' || issue.origin === 'set') return `${word} ${limit} 项。`
  if (issue.inclusive) return big ? `不大于 ${limit}。` : `不小于 ${limit}。`
  return big ? `小于 ${limit}。` : `大于 ${limit}。`
}

/**
 * What is wrong with a field, in Chinese, where its schema does not say so itself. Given to zod at each parse, so that
 * no global setting decides which language a refusal speaks.
 */
export const fieldMessage = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '必填。' : (expectations[issue.expected] ?? '填写的内容类型不正确。')
    case 'too_big':
    case 'too_small':
      return bound(issue as Extract<Issue, { code: 'too_big' | 'too_small' }>)
    case 'invalid_format':
      return formats[String(issue.format)] ?? '格式不正确。'
    case 'invalid_value':
      return '请从给定的选项中选择。'
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数。`
    case 'unrecognized_keys':
      return '系统没有这一项。'
    default:
      return '填写的内容不符合要求。'
  }
}
