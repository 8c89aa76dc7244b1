import { expect, test } from 'vitest'
import { clearForOther, forgetFinished, forgetHere, unsentHere } from './leave.ts'
import { type Notebook, openNotebook, withNote, withSent } from './notebook.ts'
import type { Photo, VisitStore } from './store.ts'

const storeOf = (books: Notebook[], photos: Photo[] = []): VisitStore & { left: () => string[] } => ({
  book: async (person, id) => books.find((book) => book.person === person && book.case === id),
  books: async () => [...books],
  keepBook: async () => undefined,
  photos: async (person, id) => photos.filter((photo) => photo.person === person && photo.case === id),
  keepPhoto: async () => undefined,
  dropPhoto: async () => undefined,
  dropVisit: async (person, id) => {
    books.splice(
      books.findIndex((book) => book.person === person && book.case === id),
      1,
    )
  },
  left: () => books.map((book) => `${book.person} ${book.case}`),
})

const open = (person: string, id: string) => openNotebook({ person, case: id, enterpriseName: `企业${id}` })
const noted = (person: string, id: string) => withNote(open(person, id), 'a', { answer: 'true' })
const sent = (person: string, id: string) =>
  withSent(noted(person, id), { version: 1, findings: [{ item: 'a', answer: 'true', photos: [] }] })
const photo = (person: string, id: string): Photo => ({
  id: '1',
  person,
  case: id,
  item: 'a',
  name: '照片.jpg',
  small: undefined,
  file: new Blob(['x']),
})

test('退出前说得出本机还有哪几家、几项、几张没有上传；没有结论的文字也算', async () => {
  const words = withNote(open('甲', '3'), 'a', { note: '会计不在' })
  const store = storeOf([sent('甲', '1'), noted('甲', '2'), words, noted('乙', '4')], [photo('甲', '1')])
  expect(await unsentHere('甲', store)).toEqual([
    { case: '1', enterpriseName: '企业1', lines: 0, photos: 1 },
    { case: '2', enterpriseName: '企业2', lines: 1, photos: 0 },
    { case: '3', enterpriseName: '企业3', lines: 1, photos: 0 },
  ])
})

test('退出后，本人的一样不留，别人没上传的不动', async () => {
  const store = storeOf([sent('甲', '1'), noted('甲', '2'), noted('乙', '4')])
  await forgetHere('甲', store)
  expect(store.left()).toEqual(['乙 4'])
})

test('换人登录：服务器已有的都清掉，只在本机的等它的作者', async () => {
  const store = storeOf([sent('甲', '1'), noted('甲', '2'), sent('乙', '4')])
  await clearForOther(store)
  expect(store.left()).toEqual(['甲 2'])
})

test('两人签完后本机不再保留，除非还有没上传的', async () => {
  const store = storeOf([sent('甲', '1'), noted('甲', '2')])
  await forgetFinished(sent('甲', '1'), store)
  await forgetFinished(noted('甲', '2'), store)
  expect(store.left()).toEqual(['甲 2'])
})
