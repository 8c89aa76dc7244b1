import { rejectionOf } from './review.ts'
import { type Row, row } from './row.ts'

/** The provincial spot check by random draw from what was filed (第九条 抽查). */
export const spotCheckRows: readonly Row[] = [
  row({
    act: 'draw.take',
    label: '随机抽取',
    by: 'province-handler',
    from: ['filed'],
    to: ['spot-check', 'province-notice-ready'],
    choose: (_, { drawn }) => (drawn ? 'spot-check' : 'province-notice-ready'),
    article: '第九条',
    requirement: 'R9.7',
    group: true,
  }),
  row({
    act: 'spot-check.accept',
    label: '抽查通过，报审批',
    by: 'province-handler',
    from: ['spot-check'],
    to: ['spot-check-approval'],
    article: '第九条',
    requirement: 'R9.7',
    change: (_, { person }) => ({ proposal: { outcome: 'accept', by: person as string } }),
  }),
  row({
    act: 'spot-check.reject',
    label: '抽查不通过，报审批',
    by: 'province-handler',
    from: ['spot-check'],
    to: ['spot-check-approval'],
    article: '第九条',
    requirement: 'R9.9',
    change: (_, { person, payload }) => ({
      proposal: { outcome: 'reject', by: person as string, reasons: payload.reasons, article: payload.article },
    }),
  }),
  row({
    act: 'spot-check.confirm',
    label: '同意',
    by: 'province-approver',
    from: ['spot-check-approval'],
    to: ['province-notice-ready', 'rejected'],
    choose: ({ proposal }) => (proposal?.outcome === 'accept' ? 'province-notice-ready' : 'rejected'),
    article: '第九条',
    requirement: 'R7.3',
    notBy: ({ proposal }) => proposal?.by,
    change: ({ proposal }) => ({ proposal: undefined, ...rejectionOf(proposal) }),
  }),
  row({
    act: 'spot-check.send-back',
    label: '退回经办',
    by: 'province-approver',
    from: ['spot-check-approval'],
    to: ['spot-check'],
    article: '第七条',
    requirement: 'R7.3',
    notBy: ({ proposal }) => proposal?.by,
    change: () => ({ proposal: undefined }),
  }),
]
