import type { ActName, Payloads, Reason } from './payloads.ts'
import { reasonLabel } from './reasons.ts'

/** Who reads the record: officials read all of it, the firm what concerns it. */
export type Audience = 'official' | 'applicant'

/** An act in the past tense for both readers; `null` where it is the office's inner working. */
const told: { readonly [A in ActName]: { readonly official: string; readonly applicant: string | null } } = {
  'application.open': { official: '企业开始填报', applicant: '开始填报' },
  'application.submit': { official: '企业提交申报', applicant: '已提交申报' },
  'application.withdraw': { official: '企业撤回申报', applicant: '已撤回申报' },
  'application.lapse': { official: '截止未提交，申报终止', applicant: '截止未提交，申报终止' },
  'review.accept': { official: '材料审核：拟通过', applicant: null },
  'review.reject': { official: '材料审核：拟不予通过', applicant: null },
  'review.return': { official: '退回补正', applicant: '退回补正' },
  'review.confirm': { official: '审批同意审核意见', applicant: '材料审核完成' },
  'review.send-back': { official: '审批退回经办', applicant: null },
  'correction.overdue': { official: '逾期未补正', applicant: '超过补正期限，由主管部门按现有材料处理' },
  'visit.schedule': { official: '安排实地核查', applicant: '已安排实地核查' },
  'visit.sign': { official: '核查人员签字', applicant: '核查人员已签字' },
  'visit.accept': { official: '实地核查：拟通过', applicant: null },
  'visit.reject': { official: '实地核查：拟不予通过', applicant: null },
  'visit.return': { official: '核查后退回补正', applicant: '核查后退回补正' },
  'visit.repeat': { official: '重新核查', applicant: '将重新安排实地核查' },
  'visit.confirm': { official: '审批同意核查意见', applicant: '实地核查完成' },
  'visit.send-back': { official: '审批退回经办', applicant: null },
  'notice.list': { official: '列入市级公示名单', applicant: null },
  'notice.unlist': { official: '移出市级公示名单', applicant: null },
  'notice.publish': { official: '市级公示开始', applicant: '市级公示开始' },
  'notice.end': { official: '市级公示期满', applicant: '市级公示期满' },
  'filing.list': { official: '列入备案名单', applicant: null },
  'filing.unlist': { official: '移出备案名单', applicant: null },
  'filing.file': { official: '声明真实并报省备案', applicant: '已报省备案' },
  'draw.take': { official: '省级随机抽取', applicant: '省级随机抽取完成' },
  'spot-check.accept': { official: '省级抽查：拟通过', applicant: null },
  'spot-check.reject': { official: '省级抽查：拟不通过', applicant: null },
  'spot-check.confirm': { official: '审批同意抽查意见', applicant: '省级抽查完成' },
  'spot-check.send-back': { official: '审批退回经办', applicant: null },
  'province-notice.list': { official: '列入省级公示名单', applicant: null },
  'province-notice.unlist': { official: '移出省级公示名单', applicant: null },
  'province-notice.publish': { official: '省级公示开始', applicant: '省级公示开始' },
  'province-notice.end': { official: '省级公示期满', applicant: '省级公示期满' },
  'announcement.list': { official: '列入公告名单', applicant: null },
  'announcement.unlist': { official: '移出公告名单', applicant: null },
  'announcement.publish': { official: '公告', applicant: '公告为创新型中小企业' },
  'objection.receive': { official: '收到公示异议', applicant: '公示期内收到异议' },
  'objection.propose': { official: '提出异议处理意见', applicant: null },
  'objection.confirm': { official: '审批同意异议处理意见', applicant: '异议处理完成' },
  'objection.send-back': { official: '审批退回经办', applicant: null },
}

/** The act's name for a reader; undefined where the reader is not told of it. */
export const actLabel = (act: ActName, audience: Audience): string | undefined => told[act][audience] ?? undefined

const reasonWords = ({ code, text }: Reason): string => `${reasonLabel(code)}：${text}`

/** The particulars of an act in sentences for a reader (R9.9: reasons in words). Notes between officials stay with them. */
export const actWords = (act: ActName, payload: Payloads[ActName], audience: Audience): readonly string[] => {
  const words: string[] = []
  const has = <K extends string>(key: K): unknown => (payload as Record<string, unknown>)[key]
  if (act === 'visit.schedule') words.push(`核查日期：${has('on')}`)
  if (has('from') && has('to')) words.push(`公示期：${has('from')} 至 ${has('to')}`)
  if (has('due')) words.push(`补正期限：${has('due')}`)
  if (has('receipt')) words.push(`回执编号：${has('receipt')}`)
  if (has('documentNumber')) words.push(`公告文号：${has('documentNumber')}`)
  if (has('validFrom')) words.push(`有效期：${has('validFrom')} 至 ${has('validTo')}`)
  if (act === 'draw.take') words.push(has('drawn') ? '被随机抽中' : '未抽中，直接进入省级公示')
  if (act === 'objection.confirm' && has('outcome')) {
    words.push(has('outcome') === 'upheld' ? '异议成立，移出公示名单' : '异议不成立')
    if (has('opinion')) words.push(`理由：${has('opinion')}`)
  }
  if (Array.isArray(has('reasons'))) words.push(...(has('reasons') as Reason[]).map(reasonWords))
  if (audience === 'official') {
    for (const key of ['note', 'conclusion', 'findings', 'declaration'] as const) {
      if (typeof has(key) === 'string') words.push(has(key) as string)
    }
    if (typeof has('reasons') === 'string') words.push(has('reasons') as string)
  }
  return words
}
