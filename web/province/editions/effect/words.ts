import type { TurnedFirm } from '../../../../contract/effects.ts'

type Outcome = TurnedFirm['before']

/** Outcomes as this page calls them: short, because they stand in a table of two. */
export const outcomeWords: { readonly [O in Outcome]: string } = {
  met: '通过',
  undetermined: '待定',
  unmet: '不通过',
}

/** The outcomes in reading order. */
export const outcomeOrder = ['met', 'undetermined', 'unmet'] as const

/** A difference with its sign; none is 0. */
export const signed = (number: number): string =>
  number > 0 ? `+${number.toLocaleString('zh-CN')}` : number < 0 ? `−${(-number).toLocaleString('zh-CN')}` : '0'

/** A count with separators. */
export const counted = (number: number): string => number.toLocaleString('zh-CN')
