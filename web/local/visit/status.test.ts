import { expect, test } from 'vitest'
import { openNotebook, withNote } from './notebook.ts'
import { chipsOf } from './status.ts'
import type { VisitState } from './visit-state.ts'

const book = withNote(openNotebook({ person: 'p', case: 'c', enterpriseName: '企业' }), 'a', { answer: 'true' })
const state = (change: Partial<VisitState>): VisitState =>
  ({
    book,
    photos: [],
    ready: true,
    kept: true,
    canKeep: true,
    connection: 'idle',
    problem: undefined,
    sending: undefined,
    ...change,
  }) as VisitState
const says = (change: Partial<VisitState>, answered = 1) =>
  chipsOf(state(change), { answered, total: 7 }).map(({ text }) => text)
const waiting = { file: new Blob(['x']), evidence: undefined } as VisitState['photos'][number]

test('手机上随时看得见：已存几项、几张照片待上传、线路怎样', () => {
  expect(says({})).toEqual(['已存 1/7 项', '已全部上传'])
  expect(says({ connection: 'offline', photos: [waiting, waiting] }, 4)).toEqual([
    '已存 4/7 项',
    '2 张照片待上传',
    '离线，已存在本机',
  ])
  expect(says({ book: { ...book, disputes: ['a'] } })).toContain('1 项两人记录不同')
  expect(says({ connection: 'sending', sending: { photo: '1', sent: 40, bytes: 80 } })).toContain('正在上传照片 50%')
})

test('还没写到本机时不说已存；存不下时说存不下', () => {
  expect(says({ kept: false })).toContain('正在存到本机')
  expect(says({ kept: false, canKeep: false, connection: 'offline' })).toContain('本机存不下，请保持联网')
  expect(says({ kept: false, canKeep: false })).toContain('已全部上传')
  expect(says({ connection: 'signed-out' })).toContain('登录已过期，已存在本机')
  expect(says({ connection: 'refused' })).toContain('没有传上去，已存在本机')
})
