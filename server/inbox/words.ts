import { type Step, stepEntry, tierOneSteps } from '../../regime/procedure/steps.ts'
import { actLabel } from '../../regime/procedure/words.ts'

type Payload = Readonly<Record<string, unknown>>

interface Words {
  readonly text: string
  readonly detail?: string
}

const str = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a message says, by its topic; acts on a case are told by where the case stands afterwards. */
const told: Readonly<Record<string, (payload: Payload) => Words>> = {
  'list.waiting': ({ title, firms, by }) => ({ text: `待审批：${title}`, detail: `${firms} 家企业，经办 ${by}` }),
  'list.approved': ({ title, by }) => ({ text: `审批已同意：${title}`, detail: `审批 ${by}` }),
  'list.sent-back': ({ title, by, note }) => ({ text: `名单被退回：${title}`, detail: `审批 ${by}：${str(note)}` }),
  'list.taken-off': ({ title, firms, note }) => ({
    text: `审批移出企业：${title}`,
    detail: `${(firms as string[]).join('、')}。意见：${str(note)}`,
  }),
  'edition.proposed': ({ title, by }) => ({ text: `标准新版本待审批：${str(title)}`, detail: `经办 ${str(by)}` }),
  'edition.enforce': ({ title, by, effectiveOn }) => ({
    text: `标准新版本已批准：${str(title)}`,
    detail: `审批 ${str(by)}；自 ${str(effectiveOn)} 起供新批次使用`,
  }),
  'edition.reject': ({ title, by, reasons }) => ({
    text: `标准新版本未予批准：${str(title)}`,
    detail: `审批 ${str(by)}：${str(reasons)}`,
  }),
  'edition.withdraw': ({ title, by }) => ({ text: `标准新版本已撤回：${str(title)}`, detail: `经办 ${str(by)}` }),
  'filing.received': ({ title, office, firms }) => ({
    text: `收到备案：${title}`,
    detail: `${office}，${firms} 家企业`,
  }),
  'notice.end': ({ firms, objected }) => ended('市级公示期满', firms, objected),
  'province-notice.end': ({ place, firms, objected }) => ended(`省级公示期满：${str(place)}`, firms, objected),
  'visit.scheduled': ({ on }) => ({
    text: `实地核查安排在 ${str(on)}`,
    detail: '核查人员两人一组到企业现场核查，请备好申报材料的原件。',
  }),
  'visit.assigned': ({ name, on }) => ({ text: `已安排实地核查：${str(name)}`, detail: `日期 ${str(on)}` }),
  'visit.half-signed': ({ name }) => ({
    text: `待第二人签字：${str(name)}`,
    detail: '一名核查人员已签字，请另一名核对后签同一份。',
  }),
  'objection.received': ({ enterprise, receipt, title }) => ({
    text: `收到异议：${enterprise}`,
    detail: `${title}，回执 ${receipt}`,
  }),
  'objection.proposed': ({ enterprise, outcome, by }) => ({
    text: `异议处理意见待审批：${enterprise}`,
    detail: `经办 ${by}：拟认定${outcome === 'upheld' ? '成立' : '不成立'}`,
  }),
  'objection.sent-back': ({ enterprise, note }) => ({ text: `异议处理意见被退回：${enterprise}`, detail: str(note) }),
  'claim.submit': ({ name }) => ({ text: `待确认：${name}的企业代表资格` }),
  'claim.against': ({ name }) => ({ text: `另有人申请代表${name}：您的权限不变，可在企业概况中说明` }),
  'claim.kept': ({ name }) => ({ text: `另一人对${name}的认领未予确认，您的权限不变` }),
  'claim.withdraw': ({ name }) => ({ text: `企业代表资格申请已撤回：${name}` }),
  'claim.answer': ({ name }) => ({ text: `企业代表资格争议已答复：${name}` }),
  'claim.propose': ({ name }) => ({ text: `企业代表资格争议意见待审批：${name}` }),
  'claim.send-back': ({ name }) => ({ text: `企业代表资格意见被退回：${name}` }),
  'claim.decide': ({ name, status }) => ({
    text: `企业代表资格${status === 'refused' ? '未予确认' : '已确认'}：${name}`,
  }),
  'member.join': ({ name }) => ({ text: `${name} 已加入本企业的办理人员` }),
  'member.change': ({ name }) => ({ text: `${name} 在本企业的权限已变更` }),
  'member.leave': ({ name }) => ({ text: `${name} 已不再办理本企业事项` }),
  'uscc-admission.proposed': ({ uscc }) => ({ text: `待审批：准予登记不合校验规则的信用代码 ${str(uscc)}` }),
  'uscc-admission.confirmed': ({ uscc }) => ({ text: `信用代码 ${str(uscc)} 已准予登记` }),
  'uscc-admission.refused': ({ uscc }) => ({ text: `信用代码 ${str(uscc)} 未准予登记` }),
}

function ended(what: string, firms: unknown, objected: unknown): Words {
  const waiting = Number(objected) > 0 ? `；${objected} 家有异议待处理` : '，没有待处理的异议'
  return { text: what, detail: `${firms} 家企业进入下一环节${waiting}` }
}

/** The sentence of a message; a topic nobody wrote words for still says what it is about. */
export const messageWords = (topic: string, payload: Payload, reader: 'official' | 'applicant'): Words => {
  const own = told[topic]
  if (own && !('step' in payload)) return own(payload)
  const step = str(payload.step)
  if (step in tierOneSteps) {
    const entry = stepEntry(step as Step)
    if (reader === 'applicant') return { text: entry.applicant, detail: entry.next }
    const act = actLabel(topic as never, 'official')
    return { text: `${entry.official}：${str(payload.name)}`, ...(act && { detail: act }) }
  }
  return { text: '有新的办理情况', detail: str(payload.name) }
}
