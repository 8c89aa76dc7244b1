import { expect, test } from 'vitest'
import { markup } from '../components/markup.ts'
import { Scripted } from './Scripted.tsx'

test('脚本运行之前不能填写：填了也没有人知道', () => {
  const { get } = markup(
    <Scripted>
      <input name="x" />
    </Scripted>,
  )
  expect(get('fieldset').attributes).toHaveProperty('disabled')
})
