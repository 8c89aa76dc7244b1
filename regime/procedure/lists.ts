import type { Performer, Row } from './row.ts'
import { row } from './row.ts'
import { type CaseState, openObjections } from './state.ts'
import type { Step } from './steps.ts'

interface Listing {
  readonly ready: Step
  readonly approval: Step
  readonly handler: Performer
  readonly approver: Performer
  readonly requirement: string
}

/** Putting cases on a list and taking them off before it is approved: the same for every list (R9.10). */
const listing = <A extends 'notice' | 'filing' | 'province-notice' | 'announcement'>(
  name: A,
  label: string,
  { ready, approval, handler, approver, requirement }: Listing,
): readonly Row[] => [
  row({
    act: `${name}.list` as 'notice.list',
    label: `列入${label}，报审批`,
    by: handler,
    from: [ready],
    to: [approval],
    article: '第九条',
    requirement,
    group: true,
    change: (_, { person, payload }) => ({ listed: { list: payload.list, by: person as string } }),
  }),
  row({
    act: `${name}.unlist` as 'notice.unlist',
    label: `移出${label}`,
    by: approver,
    from: [approval],
    to: [ready],
    article: '第七条',
    requirement: 'R9.10',
    notBy: ({ listed }) => listed?.by,
    bar: notOnThisList,
    change: () => ({ listed: undefined }),
  }),
]

/** A group act may touch a case only through the list it is on. */
function notOnThisList(
  { listed }: CaseState,
  _circumstances: unknown,
  _person: string | undefined,
  payload: { readonly list: string } | undefined,
) {
  return payload && listed?.list !== payload.list ? ('list.not-on-it' as const) : undefined
}

/** One public notice (公示): published by the approver, ended by the clock, objections decided by two people. */
const notice = <A extends 'notice' | 'province-notice'>(
  name: A,
  level: 'local' | 'province',
  steps: { approval: Step; running: Step; objection: Step; next: Step },
): readonly Row[] => {
  const handler: Performer = `${level}-handler`
  const approver: Performer = `${level}-approver`
  return [
    row({
      act: `${name}.publish` as 'notice.publish',
      label: '同意公示',
      by: approver,
      from: [steps.approval],
      to: [steps.running],
      article: '第九条',
      requirement: level === 'local' ? 'R9.5' : 'R9.7',
      group: true,
      notBy: ({ listed }) => listed?.by,
      bar: notOnThisList,
      change: (_, { payload: { from, to } }) => ({ period: { from, to } }),
    }),
    row({
      act: `${name}.end` as 'notice.end',
      label: '公示期满',
      by: 'clock',
      from: [steps.running],
      to: [steps.next, steps.objection],
      choose: (state) => (openObjections(state) > 0 ? steps.objection : steps.next),
      article: '第九条',
      requirement: level === 'local' ? 'R9.5' : 'R9.7',
      group: true,
      bar: ({ period }, { today }) => (period && today > period.to ? undefined : 'act.not-available'),
      change: () => ({ listed: undefined }),
    }),
    row({
      act: 'objection.receive',
      label: '收到异议',
      by: 'public',
      from: [steps.running],
      to: 'same',
      article: '第十七条',
      requirement: 'R9.10',
      bar: ({ period }, { today }) =>
        period && today >= period.from && today <= period.to ? undefined : 'objection.period-over',
      change: ({ objections }, { payload }) => ({
        objections: { ...objections, [payload.objection]: { status: 'open' } },
      }),
    }),
    row({
      act: 'objection.propose',
      label: '提出处理意见，报审批',
      by: handler,
      from: [steps.running, steps.objection],
      to: 'same',
      article: '第十七条',
      requirement: 'R9.10',
      bar: (state, _circumstances, _person, payload) => objectionIs(state, payload, 'open'),
      change: ({ objections }, { person, payload: { objection, outcome } }) => ({
        objections: { ...objections, [objection]: { status: 'proposed', outcome, by: person as string } },
      }),
    }),
    row({
      act: 'objection.send-back',
      label: '退回经办',
      by: approver,
      from: [steps.running, steps.objection],
      to: 'same',
      article: '第七条',
      requirement: 'R7.3',
      notBy: ({ objections }, payload) => (payload ? objections[payload.objection]?.by : undefined),
      bar: (state, _circumstances, _person, payload) => objectionIs(state, payload, 'proposed'),
      change: ({ objections }, { payload: { objection } }) => ({
        objections: { ...objections, [objection]: { status: 'open' } },
      }),
    }),
    row({
      act: 'objection.confirm',
      label: '同意处理意见',
      by: approver,
      from: [steps.running, steps.objection],
      to: [steps.running, steps.objection, steps.next, 'removed'],
      choose: (state, { objection }) => {
        if (state.objections[objection]?.outcome === 'upheld') return 'removed'
        return state.step === steps.objection && openObjections(state) === 1 ? steps.next : state.step
      },
      article: '第十七条',
      requirement: 'R9.10',
      notBy: ({ objections }, payload) => (payload ? objections[payload.objection]?.by : undefined),
      bar: (state, _circumstances, _person, payload) => objectionIs(state, payload, 'proposed'),
      change: ({ objections }, { payload: { objection } }) => {
        const entry = objections[objection]
        return entry?.outcome ? { objections: { ...objections, [objection]: { ...entry, status: entry.outcome } } } : {}
      },
    }),
  ]
}

function objectionIs(
  { objections }: CaseState,
  payload: { readonly objection: string } | undefined,
  status: 'open' | 'proposed',
) {
  const waiting = payload
    ? objections[payload.objection]?.status === status
    : Object.values(objections).some((objection) => objection.status === status)
  return waiting ? undefined : ('objection.not-open' as const)
}

const local = { handler: 'local-handler', approver: 'local-approver' } as const
const provincial = { handler: 'province-handler', approver: 'province-approver' } as const

/** Local notice and filing (第九条: 公示, 备案含真实性声明). */
export const localListRows: readonly Row[] = [
  ...listing('notice', '公示名单', {
    ready: 'notice-ready',
    approval: 'notice-approval',
    ...local,
    requirement: 'R9.5',
  }),
  ...notice('notice', 'local', {
    approval: 'notice-approval',
    running: 'notice',
    objection: 'objection',
    next: 'filing-ready',
  }),
  ...listing('filing', '备案名单', {
    ready: 'filing-ready',
    approval: 'filing-approval',
    ...local,
    requirement: 'R9.6',
  }),
  row({
    act: 'filing.file',
    label: '声明真实，报省备案',
    by: 'local-approver',
    from: ['filing-approval'],
    to: ['filed'],
    article: '第九条',
    requirement: 'R9.6',
    group: true,
    notBy: ({ listed }) => listed?.by,
    bar: notOnThisList,
    change: () => ({ listed: undefined, period: undefined }),
  }),
]

/** Provincial notice and announcement (第九条: 抽查及公示, 公告). */
export const provinceListRows: readonly Row[] = [
  ...listing('province-notice', '省级公示名单', {
    ready: 'province-notice-ready',
    approval: 'province-notice-approval',
    ...provincial,
    requirement: 'R9.7',
  }),
  ...notice('province-notice', 'province', {
    approval: 'province-notice-approval',
    running: 'province-notice',
    objection: 'province-objection',
    next: 'announcement-ready',
  }),
  ...listing('announcement', '公告名单', {
    ready: 'announcement-ready',
    approval: 'announcement-approval',
    ...provincial,
    requirement: 'R9.8',
  }),
  row({
    act: 'announcement.publish',
    label: '发布公告',
    by: 'province-approver',
    from: ['announcement-approval'],
    to: ['announced'],
    article: '第九条',
    requirement: 'R9.8',
    group: true,
    notBy: ({ listed }) => listed?.by,
    bar: notOnThisList,
    change: (_, { payload: { title } }) => ({ listed: undefined, title }),
  }),
]
