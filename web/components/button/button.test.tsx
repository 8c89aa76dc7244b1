import { describe, expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { Button, LinkButton } from './Button.tsx'

describe('按钮', () => {
  test('是真正的按钮，不会误提交表单', () => {
    const { get } = markup(<Button>通过，报审批</Button>)
    expect(get('button')).toMatchObject({ attributes: { type: 'button' }, text: '通过，报审批' })
  })
  test('办理中仍可聚焦并说明正在办理', () => {
    const { get } = markup(<Button pending>提交</Button>)
    expect(get('button').attributes['aria-disabled']).toBe('true')
    expect(get('button').attributes).not.toHaveProperty('disabled')
    expect(get('button').text).toBe('提交正在办理')
  })
  test('去往别处的是链接', () => {
    const { get } = markup(<LinkButton to="/self-check">开始自测</LinkButton>)
    expect(get('a').attributes.href).toBe('/self-check')
  })
})
