import { expect, test } from 'vitest'
import { Button } from '../button/Button.tsx'
import { markup } from '../markup.ts'
import { FormActions } from './FormActions.tsx'

test('办理栏是有名称的区域，第一个按钮是下一步', () => {
  const { get } = markup(
    <FormActions note="按 ? 看快捷键">
      <Button>通过，报审批</Button>
    </FormActions>,
  )
  expect(get('section').attributes['aria-label']).toBe('办理')
  expect(get('button').text).toBe('通过，报审批')
})
