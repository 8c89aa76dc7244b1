import { expect, test } from 'vitest'
import { actText, detailsText } from './record-words.ts'

test('操作记录用文字说明，不认识的照录', () => {
  expect(actText('roles-changed')).toBe('调整岗位')
  expect(actText('something')).toBe('something')
  expect(detailsText({ authority: '410300', roles: ['verifier', 'handler'] })).toBe(
    '洛阳市工业和信息化局，岗位：经办、核查',
  )
  expect(detailsText({ office: 'auditor' })).toBe('审计员')
  expect(detailsText({})).toBe('')
})
