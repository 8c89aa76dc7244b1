/** Who holds a case while it stands at a step. */
export type Holder =
  | 'firm'
  | 'local-handler'
  | 'local-approver'
  | 'verifier'
  | 'province-handler'
  | 'province-approver'
  | 'clock'
  | 'none'

/** One place a case can stand. The applicant and the official read different labels for the same step. */
export interface StepEntry {
  /** What the officials' desks call it. */
  readonly official: string
  /** What the firm and the public read. */
  readonly applicant: string
  readonly holder: Holder
  /** What happens next, told to the firm in one sentence. */
  readonly next: string
  readonly article: string
  /** Part of the road the firm's progress strip shows. */
  readonly phase: Phase
  /** True where the road ends. */
  readonly final?: true
}

/** Parts of the road to tier 1, in order (第九条). */
export const phases = Object.freeze({
  application: '自评申报',
  review: '市级审核',
  visit: '实地核查',
  notice: '市级公示',
  filing: '报省备案',
  'spot-check': '省级抽查',
  'province-notice': '省级公示',
  announcement: '公告',
})
export type Phase = keyof typeof phases

const step = (
  phase: Phase,
  holder: Holder,
  official: string,
  applicant: string,
  next: string,
  final?: true,
): StepEntry =>
  Object.freeze({ phase, holder, official, applicant, next, article: '第九条', ...(final ? { final } : {}) })

/** The steps of tier 1 (第九条). Names are part of the stored record: never renamed, never reused. */
export const tierOneSteps = Object.freeze({
  draft: step('application', 'firm', '企业填报中', '填报中', '请在申报截止日前提交自评和佐证材料。'),
  review: step('review', 'local-handler', '材料审核', '市级材料审核中', '由市级经办人员逐项审核材料。'),
  correction: step('review', 'firm', '退回补正', '请补正材料', '请按退回理由补正，并在期限内重新提交。'),
  'review-approval': step(
    'review',
    'local-approver',
    '审核意见待审批',
    '市级材料审核中',
    '由市级审批人员复核审核意见。',
  ),
  visit: step('visit', 'verifier', '待实地核查', '等待实地核查', '核查人员将两人一组到企业现场核查。'),
  'visit-conclusion': step(
    'visit',
    'local-handler',
    '核查完毕待提意见',
    '实地核查结果整理中',
    '由市级经办人员根据核查记录提出意见。',
  ),
  'visit-approval': step(
    'visit',
    'local-approver',
    '核查意见待审批',
    '实地核查结果整理中',
    '由市级审批人员复核核查意见。',
  ),
  'notice-ready': step('notice', 'local-handler', '待列入市级公示', '等待市级公示', '将列入市级公示名单。'),
  'notice-approval': step('notice', 'local-approver', '公示名单待审批', '等待市级公示', '公示名单正在审批。'),
  notice: step('notice', 'clock', '市级公示中', '市级公示中', '公示期满无异议的，报省工业和信息化厅备案。'),
  objection: step(
    'notice',
    'local-handler',
    '公示异议处理中',
    '公示异议核实中',
    '公示期内收到异议，核实后再继续办理。',
  ),
  'filing-ready': step('filing', 'local-handler', '待报省备案', '等待报省备案', '将列入报省备案名单。'),
  'filing-approval': step('filing', 'local-approver', '备案名单待审批', '等待报省备案', '备案名单正在审批。'),
  filed: step(
    'spot-check',
    'province-handler',
    '已备案待抽取',
    '已报省备案',
    '省工业和信息化厅将从备案企业中随机抽查。',
  ),
  'spot-check': step(
    'spot-check',
    'province-handler',
    '省级抽查',
    '省级抽查中',
    '本企业被随机抽中，省工业和信息化厅正在抽查。',
  ),
  'spot-check-approval': step('spot-check', 'province-approver', '抽查意见待审批', '省级抽查中', '抽查意见正在审批。'),
  'province-notice-ready': step(
    'province-notice',
    'province-handler',
    '待列入省级公示',
    '等待省级公示',
    '将列入省级公示名单。',
  ),
  'province-notice-approval': step(
    'province-notice',
    'province-approver',
    '省级公示名单待审批',
    '等待省级公示',
    '省级公示名单正在审批。',
  ),
  'province-notice': step(
    'province-notice',
    'clock',
    '省级公示中',
    '省级公示中',
    '公示期满无异议的，由省工业和信息化厅公告。',
  ),
  'province-objection': step(
    'province-notice',
    'province-handler',
    '省级公示异议处理中',
    '公示异议核实中',
    '公示期内收到异议，核实后再继续办理。',
  ),
  'announcement-ready': step('announcement', 'province-handler', '待公告', '等待公告', '省级公示无异议，等待公告。'),
  'announcement-approval': step(
    'announcement',
    'province-approver',
    '公告名单待审批',
    '等待公告',
    '公告名单正在审批。',
  ),
  announced: step(
    'announcement',
    'none',
    '已公告',
    '已公告为创新型中小企业',
    '称号已生效，请留意有效期和年度信息更新。',
    true,
  ),
  rejected: step('review', 'none', '不予通过', '未通过', '可以查看理由；符合条件后可在以后批次再次申报。', true),
  removed: step(
    'notice',
    'none',
    '异议成立移出名单',
    '公示异议成立，未通过',
    '可以查看处理结果；符合条件后可在以后批次再次申报。',
    true,
  ),
  withdrawn: step('application', 'none', '企业已撤回', '已撤回', '申报截止前可以重新申报。', true),
  lapsed: step('application', 'none', '逾期未提交', '逾期未提交', '本批次申报已截止，可以在以后批次申报。', true),
} satisfies Record<string, StepEntry>)

export type Step = keyof typeof tierOneSteps

/** The entry of a step. */
export const stepEntry = (name: Step): StepEntry => tierOneSteps[name]

/** True where the road ends: no act changes the case any more. */
export const isFinal = (name: Step): boolean => stepEntry(name).final === true

/** All step names in the order of the road. */
export const stepNames = Object.freeze(Object.keys(tierOneSteps)) as readonly Step[]
