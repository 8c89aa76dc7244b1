import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { ReasonList } from './ReasonList.tsx'

test('R9.9 理由按主管部门写的次序编号，类别用文字，不露代码', () => {
  const { text } = markup(
    <ReasonList
      reasons={[
        { code: 'evidence-missing', text: '请补充审计报告' },
        { code: 'ineligible', text: '属于分支机构' },
      ]}
    />,
  )
  expect(text.indexOf('缺少佐证材料')).toBeGreaterThan(-1)
  expect(text.indexOf('缺少佐证材料')).toBeLessThan(text.indexOf('不符合参评条件'))
  expect(text).not.toContain('evidence-missing')
})
