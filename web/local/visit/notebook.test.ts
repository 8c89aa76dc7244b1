import { describe, expect, test } from 'vitest'
import {
  absorb,
  noteOf,
  openNotebook,
  settle,
  sheetOf,
  unsentLines,
  withNote,
  withoutNote,
  withSent,
  withSheetOnly,
} from './notebook.ts'
import { lacks, tally } from './progress.ts'

const book = openNotebook({ person: 'p', case: 'c', enterpriseName: '洛阳云梯精密传动科技有限责任公司' })
const line = (item: string, note?: string) => ({ item, answer: 'true' as const, ...(note && { note }), photos: [] })

describe('手机里的核查本（第九条 实地核查）', () => {
  test('没有结论的一项只留在手机里；有了结论才上传', () => {
    const noted = withNote(book, 'a', { note: ' 会计不在 ' })
    expect(unsentLines(noted)).toEqual([])
    const answered = withNote(noted, 'a', { answer: 'not-found' })
    expect(sheetOf(answered)).toEqual([{ item: 'a', answer: 'not-found', note: '会计不在', photos: [] }])
    expect(unsentLines(answered)).toEqual(['a'])
  })

  test('改选“属实”后，先前填的实际数不上传，但还留在本机', () => {
    const differs = withNote(book, 'a', { answer: 'differs', found: '22 人' })
    const turned = withNote(differs, 'a', { answer: 'true' })
    expect(sheetOf(turned)).toEqual([line('a')])
    expect(noteOf(turned, 'a').found).toBe('22 人')
  })

  test('上传期间又记的，仍是待上传', () => {
    const first = withNote(book, 'a', { answer: 'true' })
    const sent = sheetOf(first)
    const meanwhile = withNote(first, 'b', { answer: 'differs', found: '1' })
    const after = withSent(meanwhile, { version: 1, findings: sent })
    expect(unsentLines(after)).toEqual(['b'])
    expect(after.sheet.version).toBe(1)
  })

  test('存在本机的旧页面不会把新记录退回去', () => {
    const now = withSent(withNote(book, 'a', { answer: 'true' }), { version: 3, findings: [line('a')] })
    expect(absorb(now, { version: 2, findings: [] })).toBe(now)
  })

  test('待选的一项：上传的是对方的话，选定后才上传自己的', () => {
    const mine = withNote(book, 'a', { answer: 'true', note: '甲' })
    const disputed = absorb(mine, { version: 1, findings: [line('a', '乙')] })
    expect(disputed.disputes).toEqual(['a'])
    expect(unsentLines(disputed)).toEqual([])
    expect(unsentLines(settle(disputed, 'a', 'mine'))).toEqual(['a'])
    const theirs = settle(disputed, 'a', 'theirs')
    expect(noteOf(theirs, 'a').note).toBe('乙')
    expect(unsentLines(theirs)).toEqual([])
  })

  test('待选期间拍的照片照样上传', () => {
    const disputed = absorb(withNote(book, 'a', { answer: 'true', note: '甲' }), {
      version: 1,
      findings: [line('a', '乙')],
    })
    const photographed = withNote(disputed, 'a', { photos: ['1'] })
    expect(sheetOf(photographed)).toEqual([{ ...line('a', '乙'), photos: ['1'] }])
    expect(unsentLines(photographed)).toEqual(['a'])
  })

  test('删去自加的一项也要上传；放弃改动则以服务器为准', () => {
    const own = { item: 'own/1', title: '仓库', answer: 'true' as const, photos: [] }
    const held = absorb(book, { version: 1, findings: [own] })
    const removed = withoutNote(held, 'own/1')
    expect(unsentLines(removed)).toEqual(['own/1'])
    expect(unsentLines(withSheetOnly(removed))).toEqual([])
  })

  test('重新核查后服务器的表空了：没动过的收走，新写的留下', () => {
    const old = absorb(book, { version: 4, findings: [line('a'), line('b')] })
    const later = absorb(withNote(old, 'b', { note: '新' }), { version: 5, findings: [] })
    expect(later.notes.map(({ item }) => item)).toEqual(['b'])
  })
})

describe('签字前还差什么', () => {
  const lines = [
    { item: 'a', title: '营业收入' },
    { item: 'b', title: '职工总数' },
  ]

  test('没有结论、有出入而没有写明的，逐项说出', () => {
    const noted = withNote(book, 'b', { answer: 'differs' })
    const noteFor = (item: string) => noteOf(noted, item)
    expect(lacks(lines, noteFor, []).map(({ text }) => text)).toEqual([
      '“营业收入”还没有结论',
      '“职工总数”有出入，请写明实际情况',
    ])
    expect(lacks(lines, noteFor, ['b']).at(-1)?.text).toBe('“职工总数”两人记录不同，请选择')
    expect(tally(lines, noteFor)).toEqual({ true: 0, differs: 1, 'not-found': 0, answered: 1, total: 2 })
  })
})
