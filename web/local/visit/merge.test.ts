import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../contract/visit.ts'
import { mergeNotes } from './merge.ts'

const line = (item: string, change: Partial<Finding> = {}): Finding => ({ item, answer: 'true', photos: [], ...change })

describe('两部手机的核查记录合并（第九条 实地核查）', () => {
  test('只有一方动过的，自动合并', () => {
    const base = [line('a'), line('b')]
    const mine = [line('a', { answer: 'differs', found: '22 人' }), line('b')]
    const theirs = [line('a'), line('b', { answer: 'not-found' }), line('c')]
    expect(mergeNotes(base, mine, theirs)).toEqual({
      notes: [line('a', { answer: 'differs', found: '22 人' }), line('b', { answer: 'not-found' }), line('c')],
      disputes: [],
    })
  })

  test('双方都动过而说法不同的，留给人选择，自己的内容还在', () => {
    const mine = [line('a', { answer: 'differs', found: '22 人' })]
    const theirs = [line('a', { answer: 'differs', found: '23 人' })]
    expect(mergeNotes([line('a')], mine, theirs)).toEqual({ notes: mine, disputes: ['a'] })
  })

  test('双方改成一样的，不算不同', () => {
    const same = [line('a', { answer: 'not-found' })]
    expect(mergeNotes([line('a')], same, same)).toEqual({ notes: same, disputes: [] })
  })

  test('还没选择的一项，对方再改也还是待选；对方改成和自己一样，就不用选了', () => {
    const mine = [line('a', { note: '甲' })]
    expect(mergeNotes([line('a', { note: '乙' })], mine, [line('a', { note: '丙' })], ['a']).disputes).toEqual(['a'])
    expect(mergeNotes([line('a', { note: '乙' })], mine, mine, ['a']).disputes).toEqual([])
  })

  test('照片合在一起，一方删去的不再出现，从不需要选择', () => {
    const base = [line('a', { photos: ['1', '2'] })]
    const mine = [line('a', { photos: ['2', '3'] })]
    const theirs = [line('a', { photos: ['1', '2', '4'] })]
    expect(mergeNotes(base, mine, theirs)).toEqual({ notes: [line('a', { photos: ['2', '4', '3'] })], disputes: [] })
  })

  test('一方删去自加的一项而另一方改过它，留下改过的；没改过的就删去', () => {
    const own = line('own/1', { title: '仓库' })
    expect(mergeNotes([own], [], [own]).notes).toEqual([])
    expect(mergeNotes([own], [own], []).notes).toEqual([])
    expect(mergeNotes([own], [], [{ ...own, note: '租用' }]).notes).toEqual([{ ...own, note: '租用' }])
    expect(mergeNotes([own], [{ ...own, note: '租用' }], []).notes).toEqual([{ ...own, note: '租用' }])
  })

  test('还没有结论的一项（服务器还没有）不会丢', () => {
    const open = { item: 'a', note: '会计不在', photos: [] }
    expect(mergeNotes([], [open], [line('b')]).notes).toEqual([open, line('b')])
  })

  const items = ['a', 'b', 'c', 'own/1']
  const finding = fc.record({
    answer: fc.constantFrom('true' as const, 'differs' as const, 'not-found' as const),
    note: fc.constantFrom(undefined, '甲', '乙'),
    photos: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')),
  })
  const sheet = fc
    .uniqueArray(fc.constantFrom(...items))
    .chain((some) => fc.tuple(...some.map((item) => finding.map((rest) => ({ item, ...rest }) as Finding))))

  test('任何情形下：没有一方写的字凭空消失', () => {
    fc.assert(
      fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
        const { notes, disputes } = mergeNotes(base, mine, theirs)
        for (const side of [mine, theirs])
          for (const written of side) {
            const was = base.find(({ item }) => item === written.item)
            const touched = !was || was.answer !== written.answer || was.note !== written.note
            if (!touched || disputes.includes(written.item)) continue
            const kept = notes.find(({ item }) => item === written.item)
            expect([kept?.answer, kept?.note]).toEqual([written.answer, written.note])
          }
      }),
    )
  })

  test('任何情形下：双方次序对调，结果相同（待选的一项各留各的）', () => {
    fc.assert(
      fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
        const here = mergeNotes(base, mine, theirs)
        const there = mergeNotes(base, theirs, mine)
        expect([...here.disputes].sort()).toEqual([...there.disputes].sort())
        const settled = ({ notes, disputes }: typeof here) =>
          notes
            .filter(({ item }) => !disputes.includes(item))
            .map((note) => [note.item, note.answer, note.note, [...note.photos].sort()])
            .sort()
        expect(settled(here)).toEqual(settled(there))
      }),
    )
  })
})
