import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

test('标准错误是终端时显示进度，每秒至多五次；不是终端时什么也不写', () => {
  for (const isTTY of [true, false, undefined]) {
    let text = ''
    let time = 1_000
    const terminal = { ...(isTTY === undefined ? {} : { isTTY }), write: (more: string) => (text += more) }
    const { at, end } = progressOn(terminal, () => time)
    for (let lines = 1_000; lines <= 10_000; lines += 1_000) {
      time += 50
      at(lines)
    }
    end(12_345, 6)
    expect(text).toBe(isTTY ? '\r已评价 4,000 家\r已评价 8,000 家\r共 12,345 行，其中 6 行未被接受\n' : '')
  }
})
