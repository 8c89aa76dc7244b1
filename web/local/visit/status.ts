import type { TagTone } from '../../components/tag/Tag.tsx'
import { unsentLines } from './notebook.ts'
import { type VisitState, waitingPhotos } from './visit-state.ts'

export interface Chip {
  readonly tone: TagTone
  readonly text: string
}

const lineOf = (state: VisitState): Chip => {
  const { connection, canKeep, kept, sending, book } = state
  if (!canKeep && connection !== 'idle') return { tone: 'fail', text: '本机存不下，请保持联网' }
  switch (connection) {
    case 'idle':
      if (!kept && canKeep) return { tone: 'plain', text: '正在存到本机' }
      return book.notes.length > 0 ? { tone: 'pass', text: '已全部上传' } : { tone: 'plain', text: '已联网' }
    case 'waiting':
      return { tone: 'plain', text: '已存在本机，即将上传' }
    case 'sending':
      return sending && sending.bytes > 0
        ? { tone: 'plain', text: `正在上传照片 ${Math.floor((sending.sent / sending.bytes) * 100)}%` }
        : { tone: 'plain', text: '正在上传' }
    case 'offline':
      return { tone: 'open', text: '离线，已存在本机' }
    case 'signed-out':
      return { tone: 'fail', text: '登录已过期，已存在本机' }
    case 'held':
      return { tone: 'open', text: `${unsentLines(book).length} 项改动未上传` }
    case 'refused':
      return { tone: 'fail', text: '没有传上去，已存在本机' }
  }
}

/** What the head of the page says: how much is noted, what still has to be sent, how the line stands. */
export const chipsOf = (
  state: VisitState,
  { answered, total }: { answered: number; total: number },
): readonly Chip[] => {
  const waiting = waitingPhotos(state).length
  const { disputes } = state.book
  return [
    { tone: answered === total ? 'pass' : 'plain', text: `已存 ${answered}/${total} 项` },
    ...(waiting > 0 ? [{ tone: 'open', text: `${waiting} 张照片待上传` } as const] : []),
    ...(disputes.length > 0 ? [{ tone: 'fail', text: `${disputes.length} 项两人记录不同` } as const] : []),
    lineOf(state),
  ]
}
