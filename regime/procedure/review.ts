import type { Day } from '../kernel/day.ts'
import type { Circumstances } from './row.ts'
import { type Row, row } from './row.ts'
import type { CaseState } from './state.ts'

const withinApplicationPeriod = (_: CaseState, { today, opensOn, closesOn }: Circumstances) =>
  today < opensOn || today > closesOn ? ('application.closed' as const) : undefined

/** The application and the local material review (第七条, 第九条). */
export const reviewRows: readonly Row[] = [
  row({
    act: 'application.submit',
    label: '提交申报',
    by: 'firm',
    from: ['draft', 'correction'],
    to: ['review'],
    article: '第九条',
    requirement: 'R9.2',
    bar: (state, circumstances) => (state.step === 'draft' ? withinApplicationPeriod(state, circumstances) : undefined),
    change: (state, { payload }) => ({
      round: state.round + 1,
      submission: payload.submission,
      correction: undefined,
      proposal: undefined,
    }),
  }),
  row({
    act: 'application.withdraw',
    label: '撤回申报',
    by: 'firm',
    from: ['draft', 'review', 'review-approval', 'correction'],
    to: ['withdrawn'],
    article: '第七条',
    requirement: 'R7.1',
    bar: (state) => (state.decided ? 'application.decided' : undefined),
    change: () => ({ proposal: undefined, correction: undefined }),
  }),
  row({
    act: 'application.lapse',
    label: '截止未提交',
    by: 'clock',
    from: ['draft'],
    to: ['lapsed'],
    article: '第十二条',
    requirement: 'R12.1',
    bar: (_, { today, closesOn }) => (today > closesOn ? undefined : 'act.not-available'),
  }),
  row({
    act: 'review.accept',
    label: '通过，报审批',
    by: 'local-handler',
    from: ['review'],
    to: ['review-approval'],
    article: '第九条',
    requirement: 'R9.3',
    change: (_, { person }) => ({ proposal: { outcome: 'accept', by: person as string }, correction: undefined }),
  }),
  row({
    act: 'review.reject',
    label: '拟不予通过，报审批',
    by: 'local-handler',
    from: ['review'],
    to: ['review-approval'],
    article: '第九条',
    requirement: 'R9.9',
    change: (_, { person, payload }) => ({
      proposal: { outcome: 'reject', by: person as string, reasons: payload.reasons, article: payload.article },
      correction: undefined,
    }),
  }),
  row({
    act: 'review.return',
    label: '退回补正',
    by: 'local-handler',
    from: ['review'],
    to: ['correction'],
    article: '第九条',
    requirement: 'R9.9',
    bar: dueAhead,
    change: (_, { payload }) => ({ correction: { ...payload, overdue: false } }),
  }),
  row({
    act: 'correction.overdue',
    label: '逾期未补正',
    by: 'clock',
    from: ['correction'],
    to: ['review'],
    article: '第九条',
    requirement: 'R9.9',
    bar: (state, { today }) => (state.correction && today > state.correction.due ? undefined : 'act.not-available'),
    change: (state) => (state.correction ? { correction: { ...state.correction, overdue: true } } : {}),
  }),
  row({
    act: 'review.confirm',
    label: '同意',
    by: 'local-approver',
    from: ['review-approval'],
    to: ['visit', 'rejected'],
    choose: ({ proposal }) => (proposal?.outcome === 'accept' ? 'visit' : 'rejected'),
    article: '第九条',
    requirement: 'R7.3',
    notBy: ({ proposal }) => proposal?.by,
    change: ({ proposal }) => ({ decided: true, proposal: undefined, ...rejectionOf(proposal) }),
  }),
  row({
    act: 'review.send-back',
    label: '退回经办',
    by: 'local-approver',
    from: ['review-approval'],
    to: ['review'],
    article: '第七条',
    requirement: 'R7.3',
    notBy: ({ proposal }) => proposal?.by,
    change: () => ({ proposal: undefined }),
  }),
]

/** A correction cannot be due on a day that has passed. */
export function dueAhead(
  _state: CaseState,
  { today }: Circumstances,
  _person: string | undefined,
  payload: { readonly due: Day } | undefined,
) {
  return payload && payload.due < today ? ('correction.due-passed' as const) : undefined
}

/** The reasons of an approved rejection, as the state keeps them. */
export function rejectionOf(proposal: CaseState['proposal']) {
  if (proposal?.outcome !== 'reject') return {}
  return { rejection: { reasons: proposal.reasons ?? [], article: proposal.article ?? '第九条' } }
}
