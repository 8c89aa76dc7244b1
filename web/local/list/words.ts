import type { ListKind } from '../../../contract/lists.ts'
import { officeName, PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import { tierOne } from '../../../regime/procedure/tier-one.ts'
import type { TagTone } from '../../components/tag/Tag.tsx'

/** How each kind of list is spoken of on the desk, and where its pages are. */
export const kindWords = {
  notice: { name: '公示', list: '公示名单', path: '/office/notices', ready: '待列入公示' },
  filing: { name: '备案', list: '备案名单', path: '/office/filings', ready: '待报省备案' },
  announcement: { name: '公告', list: '公告名单', path: '/office/announcements', ready: '待公告' },
} as const satisfies Record<ListKind, object>

/** Where one list is looked at. */
export const listPath = (kind: ListKind, id: string): string => `${kindWords[kind].path}/${id}`

/** The button that hands a list up, in the words of the procedure's table. */
export const proposeLabel = (kind: ListKind, authority: string): string => {
  const act = kind === 'notice' && authority === PROVINCE ? 'province-notice.list' : `${kind}.list`
  return tierOne.find((row) => row.act === act)?.label ?? '报审批'
}

const done = { notice: '已公示', filing: '已报省备案', announcement: '已公告' } as const

/** How a list stands, in a word. */
export const statusTag = ({
  status,
  kind,
}: {
  readonly status: 'waiting' | 'sent-back' | 'approved'
  readonly kind: ListKind
}): { readonly tone: TagTone; readonly words: string } => {
  if (status === 'waiting') return { tone: 'open', words: '待审批' }
  return status === 'approved' ? { tone: 'pass', words: done[kind] } : { tone: 'fail', words: '已退回经办' }
}

/** A title to begin with: 洛阳市 + batch + what the list is for. */
export const draftTitle = (authority: string, batch: string, purpose: string): string => {
  const place = authority === PROVINCE ? '' : `${officeName(authority).replace(/工业和信息化.*$/, '')} `
  return `${place}${batch.replace(/评价(?=（|$)/, '')}${purpose}`
}
