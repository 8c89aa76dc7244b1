import { afterEach, describe, expect, test } from 'vitest'
import { exampleFirm, explained } from '../../test/evaluation-papers.ts'
import { openPress, type Press, pressRule } from './press.ts'
import { openTypesetter } from './typeset.ts'

const STANDARD = 'miit-2022-63/innovative'
const { paper } = explained(STANDARD, exampleFirm(STANDARD))
const busy = expect.objectContaining({ code: 'paper.busy' })

let press: Press
afterEach(() => press.close())

describe('排版在另一个线程里', () => {
  test('字节与直接排版相同；排版时别的事照常进行', async () => {
    press = openPress()
    let turns = 0
    const ticking = setInterval(() => turns++, 1)
    const printed = await press.print('a', async () => paper)
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(20)
    expect(Buffer.from(printed).equals(Buffer.from(openTypesetter()(paper)))).toBe(true)
  })

  test('排队有上限：一个人最多占几份，所有人最多等几十份，多的立即答复过几秒再来', async () => {
    press = openPress({ ...pressRule, queue: 5, share: 2 })
    let made = 0
    const make = async () => {
      made++
      return paper
    }
    const asked = ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((customer) => press.print(customer, make))
    const settled = await Promise.allSettled(asked)
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    await expect(Promise.reject((settled[2] as PromiseRejectedResult).reason)).rejects.toEqual(busy)
    // Nothing was made for those who were turned away.
    expect(made).toBe(5)
    // Whoever was served may come again.
    await expect(press.print('a', async () => paper)).resolves.toBeInstanceOf(Uint8Array)
  })

  test('太长的不排；排得太久的停下；之后照常', async () => {
    press = openPress({ ...pressRule, patience: 1 })
    const long = { ...paper, outlines: Array.from({ length: 200 }, () => paper.outlines).flat() }
    await expect(press.print('a', async () => long)).rejects.toMatchObject({ code: 'paper.too-large' })
    await expect(press.print('a', async () => paper)).rejects.toMatchObject({ code: 'paper.too-large' })
    await press.close()
    press = openPress()
    await expect(press.print('a', async () => paper)).resolves.toBeInstanceOf(Uint8Array)
  })

  test('一份排坏了，不影响下一份；关门以后不再接', async () => {
    press = openPress()
    const broken = press.print('a', async () => ({ ...paper, generatedAt: 'never' }))
    const next = press.print('b', async () => paper)
    await expect(broken).rejects.toThrow()
    await expect(next).resolves.toBeInstanceOf(Uint8Array)
    await press.close()
    await expect(press.print('a', async () => paper)).rejects.toMatchObject({ code: 'server.unavailable' })
  })
})
