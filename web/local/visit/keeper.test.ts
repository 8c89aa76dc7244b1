import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiProblem, errorAnswer, noAnswer } from '../../../contract/problem.ts'
import type { Finding } from '../../../contract/visit.ts'
import type { RefusalCode } from '../../../regime/kernel/errors.ts'
import { createKeeper } from './keeper.ts'
import { type Notebook, noteOf, unsentLines } from './notebook.ts'
import type { Photo, VisitStore } from './store.ts'
import { type VisitState, type VisitView, waitingPhotos } from './visit-state.ts'

const refused = (status: number, code: RefusalCode, details?: object) =>
  new ApiProblem(status, errorAnswer(code, details as Record<string, unknown>))

/** The server's side of a visit, as server/case/visit-save.ts has it, with a line that can be cut. */
const serverOf = () => {
  const sheet = { version: 0, findings: [] as Finding[] }
  const server = { sheet, signatureStands: false, step: 'visit', saves: 0 }
  const view = (): VisitView =>
    ({
      case: { id: 'c', enterpriseName: '洛阳云梯精密传动科技有限责任公司', step: server.step },
      verifiers: [{ id: '甲' }, { id: '乙' }],
      version: server.sheet.version,
      findings: server.sheet.findings,
      signatureStands: server.signatureStands,
    }) as unknown as VisitView
  return { server, view }
}
type Server = ReturnType<typeof serverOf>

const memoryStore = (): VisitStore & { book_: Notebook | undefined; photos_: Map<string, Photo> } => {
  const store = {
    book_: undefined as Notebook | undefined,
    photos_: new Map<string, Photo>(),
    book: async () => store.book_,
    books: async () => (store.book_ ? [store.book_] : []),
    keepBook: async (book: Notebook) => {
      store.book_ = book
    },
    photos: async () => [...store.photos_.values()],
    keepPhoto: async (photo: Photo) => store.photos_.set(photo.id, photo),
    dropPhoto: async (id: string) => store.photos_.delete(id),
    dropVisit: async () => {
      store.book_ = undefined
      store.photos_.clear()
    },
  }
  return store
}

/** A phone in a verifier's hand. `pause()` lets everything scheduled happen once. */
const phoneOf = ({ server, view }: Server, person: string, store = memoryStore()) => {
  const network = { up: true, status: 0, losesAnswers: false }
  const pending = new Set<() => void>()
  const demandLine = (): void => {
    if (network.status !== 0) throw refused(network.status, 'session.required')
    if (!network.up) throw noAnswer(new TypeError('fetch failed'))
  }
  let state: VisitState | undefined
  const keeper = createKeeper({
    person,
    view: view(),
    store,
    cases: {
      visit: async () => {
        demandLine()
        return view()
      },
      saveVisit: async ({ body }: { body: { findings: Finding[]; baseVersion: number; reopen?: boolean } }) => {
        demandLine()
        if (body.baseVersion !== server.sheet.version) throw refused(409, 'visit.stale', server.sheet)
        if (server.signatureStands && !body.reopen) throw refused(409, 'visit.signed')
        server.sheet = { version: server.sheet.version + 1, findings: structuredClone(body.findings) }
        server.signatureStands = false
        server.saves += 1
        if (network.losesAnswers) throw noAnswer(new TypeError('fetch failed'))
        return { version: server.sheet.version }
      },
    } as never,
    upload: async (photo) => {
      demandLine()
      if (photo.name === '坏.jpg') throw refused(422, 'evidence.damaged')
      return { id: `evidence ${photo.id}` }
    },
    onChange: (next) => {
      state = next
    },
    later: (work) => {
      pending.add(work)
      return () => pending.delete(work)
    },
  })
  const pause = async (): Promise<void> => {
    const due = [...pending]
    pending.clear()
    for (const work of due) work()
    for (let turn = 0; turn < 40; turn++) await Promise.resolve()
  }
  const photo = (id: string, item: string, name = '照片.jpg'): Photo => ({
    id,
    person,
    case: 'c',
    item,
    name,
    small: undefined,
    file: new Blob(['x']),
  })
  return { keeper, network, store, pause, photo, state: () => state as VisitState }
}

const answered = (item: string, note?: string): Finding => ({
  item,
  answer: 'true',
  ...(note && { note }),
  photos: [],
})

describe('实地核查的离线记录与上传', () => {
  test('没有网络时记在本机，重新打开还在，来网后自动上传', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '甲')
    phone.network.up = false
    await phone.keeper.start()
    await phone.keeper.note('a', { answer: 'differs', found: '22 人' })
    await phone.pause()
    expect(phone.state()).toMatchObject({ connection: 'offline', kept: true })
    expect(office.server.sheet.version).toBe(0)
    phone.keeper.close()

    const reloaded = phoneOf(office, '甲', phone.store)
    reloaded.network.up = false
    await reloaded.keeper.start()
    expect(noteOf(reloaded.state().book, 'a').found).toBe('22 人')
    reloaded.network.up = true
    await reloaded.pause()
    expect(office.server.sheet.findings).toEqual([{ item: 'a', answer: 'differs', found: '22 人', photos: [] }])
    expect(reloaded.state().connection).toBe('idle')
  })

  test('连续点几项只上传一次，上传的是最后的内容', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '甲')
    await phone.keeper.start()
    await phone.keeper.note('a', { answer: 'true' })
    await phone.keeper.note('a', { answer: 'not-found' })
    await phone.keeper.note('b', { answer: 'true' })
    expect(phone.state().connection).toBe('waiting')
    await phone.pause()
    expect(office.server).toMatchObject({ saves: 1, sheet: { version: 1 } })
    expect(office.server.sheet.findings.map(({ answer }) => answer)).toEqual(['not-found', 'true'])
  })

  test('存上了但答复丢失：再传时认出是自己的，不产生两份、不用选择', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '甲')
    await phone.keeper.start()
    phone.network.losesAnswers = true
    await phone.keeper.note('a', { answer: 'true' })
    await phone.pause()
    expect(phone.state().connection).toBe('offline')
    phone.network.losesAnswers = false
    await phone.pause()
    expect(phone.state()).toMatchObject({ connection: 'idle', book: { disputes: [], sheet: { version: 1 } } })
  })

  test('两部手机：各记各的自动合并；同一项说法不同，由人选定', async () => {
    const office = serverOf()
    const [one, two] = [phoneOf(office, '甲'), phoneOf(office, '乙')]
    await one.keeper.start()
    await two.keeper.start()
    two.network.up = false
    await one.keeper.note('a', { answer: 'true' })
    await one.keeper.note('c', { answer: 'true' })
    await one.pause()
    await two.keeper.note('a', { answer: 'differs', found: '3 台' })
    await two.keeper.note('b', { answer: 'not-found' })
    two.network.up = true
    await two.pause()
    await two.keeper.look()
    expect(two.state().book.disputes).toEqual(['a'])
    expect(office.server.sheet.findings).toEqual([
      answered('a'),
      { ...answered('b'), answer: 'not-found' },
      answered('c'),
    ])
    await two.keeper.settle('a', 'mine')
    await two.pause()
    await one.keeper.look()
    expect(noteOf(one.state().book, 'a')).toMatchObject({ answer: 'differs', found: '3 台' })
    expect(one.state().book.disputes).toEqual([])
  })

  test('照片逐张上传后记到所在的一项；中断了接着传；坏的留给人处理，不挡后面的', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '甲')
    await phone.keeper.start()
    await phone.keeper.note('a', { answer: 'true' })
    phone.network.up = false
    await phone.keeper.addPhoto(phone.photo('1', 'a', '坏.jpg'))
    await phone.keeper.addPhoto(phone.photo('2', 'a'))
    await phone.pause()
    expect(waitingPhotos(phone.state())).toHaveLength(2)
    phone.network.up = true
    await phone.pause()
    await phone.pause()
    expect(office.server.sheet.findings).toEqual([{ ...answered('a'), photos: ['evidence 2'] }])
    expect(phone.state().photos.map(({ file, problem }) => [file === undefined, problem?.code])).toEqual([
      [false, 'evidence.damaged'],
      [true, undefined],
    ])
    await phone.keeper.removePhoto('a', 'evidence 2')
    await phone.keeper.removePhoto('a', '1')
    await phone.pause()
    expect(office.server.sheet.findings).toEqual([answered('a')])
    expect(phone.store.photos_.size).toBe(0)
  })

  test('登录过期：说清楚，记录留在本机；重新登录打开后上传', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '甲')
    await phone.keeper.start()
    phone.network.status = 401
    await phone.keeper.note('a', { answer: 'true' })
    await phone.pause()
    expect(phone.state()).toMatchObject({ connection: 'signed-out', kept: true })
    phone.network.status = 0
    await phone.keeper.look()
    expect(office.server.sheet.version).toBe(1)
  })

  test('另一人已签字：本机改动不悄悄上传；可放弃，也可明确修改', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '乙')
    await phone.keeper.start()
    phone.network.up = false
    await phone.keeper.note('a', { answer: 'differs', found: '1' })
    await phone.pause()
    office.server.sheet = { version: 1, findings: [answered('b')] }
    office.server.signatureStands = true
    phone.network.up = true
    await phone.pause()
    expect(phone.state().connection).toBe('held')
    expect(office.server).toMatchObject({ signatureStands: true, saves: 0 })
    await phone.keeper.reopen()
    await phone.pause()
    expect(office.server).toMatchObject({ signatureStands: false, saves: 1 })

    office.server.signatureStands = true
    await phone.keeper.note('a', { answer: 'true' })
    await phone.pause()
    expect(phone.state().connection).toBe('held')
    await phone.keeper.giveUp()
    await phone.pause()
    expect(phone.state()).toMatchObject({ connection: 'idle' })
    expect(noteOf(phone.state().book, 'a').found).toBe('1')
    expect(office.server.signatureStands).toBe(true)
  })

  test('本机存不下（没有空间、无痕窗口）要说出来，有网时照常上传', async () => {
    const office = serverOf()
    const store = memoryStore()
    store.keepBook = async () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const phone = phoneOf(office, '甲', store)
    await phone.keeper.start()
    await phone.keeper.note('a', { answer: 'true' })
    await phone.pause()
    expect(phone.state()).toMatchObject({ canKeep: false, kept: false, connection: 'idle' })
    expect(office.server.sheet.version).toBe(1)
  })

  test('已不在核查环节：不再上传', async () => {
    const office = serverOf()
    const phone = phoneOf(office, '甲')
    office.server.step = 'visit-conclusion'
    await phone.keeper.start()
    await phone.keeper.note('a', { answer: 'true' })
    await phone.pause()
    expect(office.server.saves).toBe(0)
    expect(unsentLines(phone.state().book)).toEqual(['a'])
  })

  const step = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom('note', 'note', 'note', 'pause', 'cut', 'join', 'reload', 'lose') as fc.Arbitrary<string>,
    item: fc.constantFrom('a', 'b', 'c'),
    note: fc.constantFrom('一', '二', '三'),
  })

  test('任意次序的记录、断网、来网、重开、答复丢失：最后两部手机与服务器一致', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const office = serverOf()
        const phones = [phoneOf(office, '甲'), phoneOf(office, '乙')]
        for (const phone of phones) await phone.keeper.start()
        const phoneAt = (who: number) => phones[who] as (typeof phones)[number]
        for (const { who, what, item, note } of steps) {
          const phone = phoneAt(who)
          if (what === 'note') await phone.keeper.note(item, { answer: 'true', note })
          if (what === 'pause') await phone.pause()
          if (what === 'cut') phone.network.up = false
          if (what === 'join') phone.network.up = true
          if (what === 'lose') phone.network.losesAnswers = !phone.network.losesAnswers
          if (what === 'reload') {
            phone.keeper.close()
            const { up } = phone.network
            const again = phoneOf(office, who === 0 ? '甲' : '乙', phone.store)
            again.network.up = up
            phones[who] = again
            await again.keeper.start()
          }
        }
        for (const phone of phones) Object.assign(phone.network, { up: true, losesAnswers: false })
        // Each chooses its own words wherever they differ; the later choice is seen by both.
        for (let round = 0; round < 8; round++)
          for (const phone of phones) {
            await phone.keeper.look()
            for (const item of phone.state().book.disputes) await phone.keeper.settle(item, 'theirs')
            await phone.pause()
          }
        for (const phone of phones) {
          await phone.keeper.look()
          expect(unsentLines(phone.state().book)).toEqual([])
          expect(phone.state().connection).toBe('idle')
        }
        const words = ({ book }: VisitState) => book.notes.map(({ item, note }) => `${item} ${note}`).sort()
        expect(words(phoneAt(0).state())).toEqual(words(phoneAt(1).state()))
        expect(words(phoneAt(0).state())).toEqual(
          office.server.sheet.findings.map(({ item, note }) => `${item} ${note}`),
        )
      }),
      { numRuns: 300 },
    )
  })
})
