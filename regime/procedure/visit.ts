import { dueAhead, rejectionOf } from './review.ts'
import { type Row, row } from './row.ts'

/** On-site verification of every enterprise (第九条 实地核查) and the opinion on it. */
export const visitRows: readonly Row[] = [
  row({
    act: 'visit.schedule',
    label: '安排实地核查',
    by: 'local-handler',
    from: ['visit'],
    to: 'same',
    article: '第九条',
    requirement: 'R9.4',
    bar: (_state, { today }, _person, payload) => {
      if (!payload) return undefined
      if (payload.verifiers[0] === payload.verifiers[1]) return 'visit.two-verifiers'
      return payload.on < today ? 'visit.day-passed' : undefined
    },
    change: (_, { payload }) => ({ visit: { on: payload.on, verifiers: payload.verifiers, signedBy: [] } }),
  }),
  row({
    act: 'visit.sign',
    label: '签字确认核查记录',
    by: 'verifier',
    from: ['visit'],
    to: ['visit', 'visit-conclusion'],
    choose: (state, payload) => (signaturesAfter(state.visit, payload.digest) === 1 ? 'visit-conclusion' : 'visit'),
    article: '第九条',
    requirement: 'R9.4',
    bar: ({ visit }, { today }, person) => {
      if (!visit) return 'visit.not-scheduled'
      if (!person || !visit.verifiers.includes(person)) return 'visit.not-assigned'
      return today < visit.on ? 'visit.too-early' : undefined
    },
    notBy: ({ visit }, payload) =>
      visit && payload && visit.digest === payload.digest ? visit.signedBy[0] : undefined,
    change: ({ visit }, { person, payload }) => {
      if (!visit) return {}
      const signedBy = visit.digest === payload.digest ? [...visit.signedBy, person as string] : [person as string]
      return { visit: { ...visit, digest: payload.digest, signedBy } }
    },
  }),
  row({
    act: 'visit.accept',
    label: '核查通过，报审批',
    by: 'local-handler',
    from: ['visit-conclusion'],
    to: ['visit-approval'],
    article: '第九条',
    requirement: 'R9.4',
    change: (_, { person }) => ({ proposal: { outcome: 'accept', by: person as string } }),
  }),
  row({
    act: 'visit.reject',
    label: '拟不予通过，报审批',
    by: 'local-handler',
    from: ['visit-conclusion'],
    to: ['visit-approval'],
    article: '第九条',
    requirement: 'R9.9',
    change: (_, { person, payload }) => ({
      proposal: { outcome: 'reject', by: person as string, reasons: payload.reasons, article: payload.article },
    }),
  }),
  row({
    act: 'visit.return',
    label: '退回补正',
    by: 'local-handler',
    from: ['visit-conclusion'],
    to: ['correction'],
    article: '第九条',
    requirement: 'R9.9',
    bar: dueAhead,
    change: (_, { payload }) => ({ correction: { ...payload, overdue: false }, visit: undefined }),
  }),
  row({
    act: 'visit.repeat',
    label: '重新核查',
    by: 'local-handler',
    from: ['visit-conclusion'],
    to: ['visit'],
    article: '第九条',
    requirement: 'R9.4',
    change: () => ({ visit: undefined }),
  }),
  row({
    act: 'visit.confirm',
    label: '同意',
    by: 'local-approver',
    from: ['visit-approval'],
    to: ['notice-ready', 'rejected'],
    choose: ({ proposal }) => (proposal?.outcome === 'accept' ? 'notice-ready' : 'rejected'),
    article: '第九条',
    requirement: 'R7.3',
    notBy: ({ proposal }) => proposal?.by,
    change: ({ proposal }) => ({ proposal: undefined, ...rejectionOf(proposal) }),
  }),
  row({
    act: 'visit.send-back',
    label: '退回经办',
    by: 'local-approver',
    from: ['visit-approval'],
    to: ['visit-conclusion'],
    article: '第七条',
    requirement: 'R7.3',
    notBy: ({ proposal }) => proposal?.by,
    change: () => ({ proposal: undefined }),
  }),
]

/** How many others have already signed exactly these findings. */
function signaturesAfter(visit: { digest?: string; signedBy: readonly string[] } | undefined, digest: string): number {
  return visit?.digest === digest ? visit.signedBy.length : 0
}
