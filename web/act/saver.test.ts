import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Saving } from '../components/field/saving.ts'
import { createSaver } from './saver.ts'

const problem = (status: number) => ({ status, code: 'x', message: '一', remedy: '二' })

const setUp = (answers: (number | 'ok')[]) => {
  const sent: [string, number][] = []
  const seen: (Saving | undefined)[] = []
  const saver = createSaver<string, number>({
    save: async (value, base) => {
      sent.push([value, base])
      const answer = answers.shift() ?? 'ok'
      if (answer !== 'ok') throw problem(answer)
      return base + 1
    },
    base: 1,
    onChange: (saving) => seen.push(saving),
    pauseMs: 600,
    retryMs: 5000,
  })
  return { saver, sent, seen }
}

describe('逐项自动保存', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('停止输入后才保存，只保存最后的内容', async () => {
    const { saver, sent, seen } = setUp([])
    for (const value of ['5', '50', '50.05']) saver.change(value)
    expect(saver.isUnsaved()).toBe(true)
    await vi.advanceTimersByTimeAsync(600)
    expect(sent).toEqual([['50.05', 1]])
    expect(seen).toEqual(['saving', 'saved'])
    expect(saver.isUnsaved()).toBe(false)
  })

  test('保存期间的新内容随后以新版本保存，从不并发', async () => {
    const { saver, sent } = setUp([])
    saver.change('a')
    const first = saver.flush()
    saver.change('b')
    void saver.flush()
    await first
    await vi.advanceTimersByTimeAsync(600)
    expect(sent).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  test('正在保存时再要求保存，等到最后的内容也保存好：之后的提交不会与保存相撞', async () => {
    const { saver, sent } = setUp([])
    saver.change('a')
    void saver.flush()
    saver.change('b')
    await saver.flush()
    expect(sent.map(([value]) => value)).toEqual(['a', 'b'])
    expect(saver.isUnsaved()).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(2)
  })

  test('网络中断时自动重试，直到成功', async () => {
    const { saver, sent, seen } = setUp([0, 503, 'ok'])
    saver.change('a')
    await vi.advanceTimersByTimeAsync(600)
    expect(seen.at(-1)).toBe('failed')
    expect(saver.isUnsaved()).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(3)
    expect(seen.at(-1)).toBe('saved')
  })

  test('他人先改过时停下，由本人选择后以新版本继续', async () => {
    const { saver, sent, seen } = setUp([409])
    saver.change('a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(seen.at(-1)).toBe('conflict')
    saver.rebase(7)
    saver.change('a')
    await vi.advanceTimersByTimeAsync(600)
    expect(sent.at(-1)).toEqual(['a', 7])
  })

  test('不合要求的内容不重试', async () => {
    const { saver, sent, seen } = setUp([400])
    saver.change('a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(seen.at(-1)).toBe('failed')
  })
})
