import { describe, expect, test } from 'vitest'
import { claimErrors } from './ClaimForm.tsx'

const paper = { id: '1', name: '营业执照.pdf', bytes: 1 }
const complete = {
  personName: '李四',
  position: '主任',
  phone: '0379-12345678 转 8',
  statement: '',
  licence: [paper],
  letter: [paper],
}

describe('提交认领前的核对', () => {
  test('齐全就可以提交', () => expect(claimErrors(complete)).toEqual([]))
  test('每缺一样，说明缺什么，指到该处', () => {
    const empty = { personName: '', position: ' ', phone: '12', statement: '', licence: [], letter: [] }
    expect(claimErrors(empty).map(({ field }) => field)).toEqual([
      'licence',
      'letter',
      'personName',
      'position',
      'phone',
    ])
  })
})
