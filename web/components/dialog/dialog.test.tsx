import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Dialog } from './Dialog.tsx'

test('对话框以标题命名，关闭时没有内容', () => {
  const { get, byId } = markup(
    <Dialog open title="退回补正" onClose={() => {}} actions={null}>
      请写明需要补充的材料
    </Dialog>,
  )
  expect(byId(get('dialog').attributes['aria-labelledby'] ?? '')?.text).toBe('退回补正')
  const shut = markup(
    <Dialog open={false} title="退回补正" onClose={() => {}} actions={null}>
      x
    </Dialog>,
  )
  expect(shut.get('dialog').text).toBe('')
})
