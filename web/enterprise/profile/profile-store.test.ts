import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SignedEntry } from '../../../contract/profile.ts'
import { createProfileStore, type KeptDraft, shownAt, type Write } from './profile-store.ts'

const path = '/years/2025/revenue'
const at = '2026-09-01T02:21:00.000Z'

const entry = (of: Partial<SignedEntry> = {}): SignedEntry => ({
  path,
  raw: '1000',
  unit: 'wan',
  source: null,
  datedOn: null,
  evidence: [],
  version: 1,
  person: 'p',
  at,
  by: '李四',
  ...of,
})

/** A server that keeps versions as ours does; `down` loses every request, `deaf` loses the answers. */
const server = (initial: readonly SignedEntry[] = []) => {
  const held = new Map(initial.map((each) => [each.path, each]))
  const keys = new Map<string, SignedEntry>()
  const history: (string | null)[] = []
  const trouble = { down: false, deaf: false, status: 0 }
  const put = (write: Omit<Write, 'key'>, by: string): SignedEntry => {
    const version = (held.get(write.path)?.version ?? 0) + 1
    const next = entry({ ...write, evidence: [...write.evidence], version, by })
    held.set(write.path, next)
    history.push(write.raw)
    return next
  }
  const save = async ({ key, ...write }: Write, base: number): Promise<SignedEntry> => {
    const fail = { status: trouble.status, code: 'x', message: 'x', remedy: 'x' }
    if (trouble.down) throw fail
    const before = keys.get(key)
    const current = held.get(write.path)
    if (!before && (current?.version ?? 0) !== base)
      throw { status: 409, code: 'fact.stale', message: 'x', remedy: 'x', details: { theirs: current } }
    const saved = before ?? put(write, '李四')
    keys.set(key, saved)
    if (trouble.deaf) throw fail
    return saved
  }
  return { save, put, held, history, trouble }
}

const setUp = (initial: readonly SignedEntry[] = [], kept: readonly KeptDraft[] = []) => {
  const house = server(initial)
  let keptNow: readonly KeptDraft[] = kept
  let key = 0
  const store = createProfileStore({
    entries: initial,
    kept,
    keep: (drafts) => {
      keptNow = drafts
    },
    save: house.save,
    newKey: () => `k${++key}`,
  })
  return { store, house, kept: () => keptNow }
}

describe('企业资料的逐项保存', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('输入即显示，停顿后保存，状态说明时刻', async () => {
    const { store, house } = setUp([entry()])
    store.change(path, { raw: '1001' })
    expect(shownAt(store.get(path)).raw).toBe('1001')
    expect(store.overall().state).toBe('saving')
    await vi.advanceTimersByTimeAsync(600)
    expect(house.held.get(path)).toMatchObject({ raw: '1001', unit: 'wan', version: 2 })
    expect(store.overall()).toEqual({ state: 'saved', savedAt: at, conflicts: [], refused: undefined })
    expect(store.isUnsaved()).toBe(false)
  })

  test('断网期间继续填，恢复后全部存上；每项只存一次', async () => {
    const { store, house, kept } = setUp()
    house.trouble.down = true
    store.change(path, { raw: '1', unit: 'wan' })
    store.change('/about/address', { raw: '洛阳' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(store.overall().state).toBe('failed')
    expect(kept()).toHaveLength(2)
    store.change(path, { raw: '12' })
    house.trouble.down = false
    await store.flush()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.overall().state).toBe('saved')
    expect(house.history.toSorted()).toEqual(['12', '洛阳'])
    expect(kept()).toEqual([])
  })

  test('已存上而没收到答复：重发不会与自己冲突', async () => {
    const { store, house } = setUp()
    house.trouble.deaf = true
    store.change(path, { raw: '1', unit: 'wan' })
    await vi.advanceTimersByTimeAsync(600)
    house.trouble.deaf = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(store.overall().state).toBe('saved')
    expect(house.history).toEqual(['1'])
  })

  test('没收到答复又接着改：存上的那一次是自己的，不算冲突', async () => {
    const { store, house } = setUp()
    house.trouble.deaf = true
    store.change(path, { raw: '1', unit: 'wan' })
    await vi.advanceTimersByTimeAsync(600)
    store.change(path, { raw: '12' })
    house.trouble.deaf = false
    await vi.advanceTimersByTimeAsync(600)
    expect(store.overall().state).toBe('saved')
    expect(house.history).toEqual(['1', '12'])
  })

  test('同事先改过：两个值都在，选用自己的就接在后面', async () => {
    const { store, house } = setUp([entry()])
    house.put(entry({ raw: '868' }), '钱八')
    store.change(path, { raw: '881' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.overall()).toMatchObject({ state: 'conflict', conflicts: [path] })
    expect(store.get(path)).toMatchObject({ theirs: { raw: '868', by: '钱八' }, draft: { raw: '881' } })
    store.resolve(path, 'mine')
    await vi.advanceTimersByTimeAsync(600)
    expect(house.history).toEqual(['868', '881'])
    expect(store.overall().state).toBe('saved')
  })

  test('选用同事的：自己的不再发送，以后的修改接在同事的之后', async () => {
    const { store, house } = setUp([entry()])
    house.put(entry({ raw: '868' }), '钱八')
    store.change(path, { raw: '881' })
    await vi.advanceTimersByTimeAsync(600)
    store.resolve(path, 'theirs')
    expect(shownAt(store.get(path)).raw).toBe('868')
    store.change(path, { raw: '870' })
    await vi.advanceTimersByTimeAsync(600)
    expect(house.history).toEqual(['868', '870'])
  })

  test('退出登录后停下并说明，留下的内容在重新登录后接着保存', async () => {
    const first = setUp([entry()])
    first.house.trouble.down = true
    first.house.trouble.status = 401
    first.store.change(path, { raw: '1001' })
    await vi.advanceTimersByTimeAsync(600)
    expect(first.store.overall().state).toBe('signed-out')
    const second = setUp([entry()], first.kept())
    expect(shownAt(second.store.get(path)).raw).toBe('1001')
    await vi.advanceTimersByTimeAsync(600)
    expect(second.house.held.get(path)?.raw).toBe('1001')
  })

  test('取到同事的新值：没在填的项更新，正在填的项不动', async () => {
    const other = '/about/address'
    const { store } = setUp([entry(), entry({ path: other, raw: '洛阳' })])
    store.change(path, { raw: '1001' })
    store.refresh([entry({ raw: '868', version: 2 }), entry({ path: other, raw: '洛龙区', version: 2 })])
    expect(shownAt(store.get(path)).raw).toBe('1001')
    expect(shownAt(store.get(other)).raw).toBe('洛龙区')
  })

  test('性质：网络时好时坏，最后填的内容总会存上，或停在等待选择', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), raw: fc.constantFrom('1', '2', '3', null) }),
      fc.record({ kind: fc.constant('network' as const), down: fc.boolean(), deaf: fc.boolean() }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(100, 700, 6000) }),
      fc.record({ kind: fc.constant('colleague' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { store, house } = setUp([entry()])
        let last: string | null | undefined
        let colleague = 0
        for (const each of steps) {
          if (each.kind === 'type') {
            last = each.raw
            store.change(path, { raw: each.raw })
          } else if (each.kind === 'network') Object.assign(house.trouble, { down: each.down, deaf: each.deaf })
          else if (each.kind === 'wait') await vi.advanceTimersByTimeAsync(each.ms)
          else house.put(entry({ raw: `c${++colleague}` }), '钱八')
        }
        Object.assign(house.trouble, { down: false, deaf: false })
        await vi.advanceTimersByTimeAsync(60_000)
        if (last === undefined) return
        // While one chooses, a colleague may have written again: then there is another choice to make.
        for (let choices = 0; store.overall().state === 'conflict' && choices <= colleague; choices++) {
          expect(store.get(path).draft?.raw).toBe(last)
          store.resolve(path, 'mine')
          await vi.advanceTimersByTimeAsync(60_000)
        }
        expect(store.overall().state).toBe('saved')
        expect(house.history).toContain(last)
        for (let n = 1; n <= colleague; n++) expect(house.history).toContain(`c${n}`)
      }),
      { numRuns: 200 },
    )
  })
})
