/** One entry of the error table: how a refusal is answered, in words a person can act on. */
export interface RefusalEntry {
  /** HTTP status the API answers with. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  /** What is wrong, in plain official Chinese. */
  readonly message: string
  /** What the person can do now. */
  readonly remedy: string
  /** Article of the regulation (or standard) the refusal rests on. */
  readonly article?: string
}

const entry = (status: RefusalEntry['status'], message: string, remedy: string, article?: string): RefusalEntry =>
  article === undefined ? { status, message, remedy } : { status, message, remedy, article }

/** Every refusal of the system, in one table. Codes are stable: they are part of the HTTP contract. */
export const refusals = Object.freeze({
  // Requests as such
  'request.invalid': entry(400, '提交的内容不符合要求。', '请按提示改正后重新提交。'),
  'request.not-found': entry(404, '没有找到您要的内容。', '请检查网址，或从首页重新进入。'),
  'request.too-large': entry(413, '提交的内容过大。', '请减少内容后重新提交。'),
  'request.too-many': entry(429, '操作过于频繁。', '请稍等片刻再试。'),
  'request.unsupported-type': entry(415, '提交的内容格式不受支持。', '请按页面要求的格式提交。'),
  'request.key-missing': entry(400, '请求缺少操作编号。', '请刷新页面后重新操作。'),
  'request.not-from-here': entry(403, '该操作不是从本系统的页面发出的。', '请从本系统页面重新操作。'),
  'server.unavailable': entry(503, '系统暂时无法处理您的请求。', '请稍后用同一页面重试，不会重复提交。'),
  'server.unreachable': entry(503, '没有收到系统的答复。', '请检查网络后用同一页面重试，不会重复提交。'),

  // Accounts and sessions
  'session.required': entry(401, '请先登录。', '登录后继续办理，已填写的内容不会丢失。'),
  'session.wrong-credentials': entry(403, '账号或密码不正确。', '请核对后重新输入；忘记密码请联系管理员。'),
  'session.too-many-attempts': entry(429, '尝试次数过多，已暂停受理。', '请过一会儿再试。'),
  'session.password-change-required': entry(403, '初始密码须先修改。', '请设置自己的密码后继续。'),
  'session.not-admitted': entry(403, '您的账号无权使用这项功能。', '请使用有相应权限的账号登录。'),
  'account.login-taken': entry(409, '该手机号码或电子邮箱已经注册。', '请直接登录，或更换手机号码、电子邮箱。'),
  'account.disabled': entry(403, '该账号已停用。', '请联系系统管理员。'),
  'account.demo-only': entry(403, '演示账号不能在正式系统中使用。', '请使用本人账号登录。'),
  'account.same-password': entry(422, '新密码与原密码相同。', '请另设一个密码。'),
  'account.own': entry(409, '不能停用自己的账号。', '请由另一名管理人员办理。'),
  'account.not-found': entry(404, '没有找到该账号。', '请从账号列表进入。'),

  // Days and periods
  'day.invalid': entry(400, '日期不存在或写法不对。', '请按“年-月-日”填写真实存在的日期，例如 2026-09-01。'),
  'notice.bad-period': entry(
    400,
    '公示起止日期不合适：止日不能早于起日，也不能早于今天；公示期为 1 至 60 天。',
    '请核对公示文书上的起止日期后重新填写。',
    '第九条',
  ),
  'notice.reason-missing': entry(
    400,
    '公示日期与按日历推算的不同，但没有写明理由。',
    '请写明改动公示日期的理由（4 至 500 字）。',
    '第九条',
  ),

  // Evidence (佐证)
  'evidence.not-allowed': entry(
    415,
    '佐证只收 PDF、JPEG、PNG，这个文件的内容不是。',
    '请另存为 PDF，或拍照、扫描成 JPEG、PNG 后上传；只改扩展名不起作用。',
  ),
  'evidence.damaged': entry(422, '文件不完整或已经损坏。', '请先在自己的设备上确认文件能打开，再重新上传。'),
  'evidence.empty': entry(422, '文件是空的（0 字节）。', '请确认选对了文件，再重新上传。'),
  'evidence.too-large': entry(413, '文件超过 20 MB。', '请压缩后上传，或拆成几个文件分别上传。'),
  'evidence.too-many': entry(
    429,
    '上传的文件过多，已到上限。',
    '请等已开始的上传完成；确需继续上传的，明天再传或联系主管部门。',
  ),
  'evidence.no-room': entry(
    503,
    '存储空间不足，暂时不能接收文件。',
    '已收到的材料不受影响，请稍后再传，或联系系统管理员。',
  ),
  'evidence.hash-mismatch': entry(
    409,
    '收到的内容与原文件不一致，传输或存储中出了差错，文件没有收下。',
    '请重新上传这个文件；反复出现的，请换一台设备或换一个网络。',
  ),
  'evidence.not-your-place': entry(403, '您不能在此处上传佐证。', '请从您自己的企业、认领或案件页面上传。'),
  'evidence.not-found': entry(404, '没有找到该佐证，或您无权查看。', '请从所属的页面打开佐证。'),
  'evidence.unreadable': entry(422, '读不到这个文件，它可能已被移动、改名或修改。', '请重新选择文件。'),
  'upload.not-found': entry(404, '没有找到这次上传，可能已经过期。', '请重新选择文件上传。'),
  'upload.offset': entry(409, '上传的位置与已收到的不符。', '将从已收到的位置继续上传，不必重新选择文件。'),
  'upload.incomplete': entry(409, '文件还没有传完。', '请等上传完成后再试。'),

  // Papers made of an evaluation
  'facts.invalid': entry(422, '填写的数据有误，不能评价。', '请按提示改正后重试。'),
  'standard.not-found': entry(404, '没有这个标准。', '请从页面重新选择标准。'),
  'paper.busy': entry(503, '正在生成的文件较多，一时排不上。', '请过几秒再下载，或者用浏览器打印本页。'),
  'paper.too-large': entry(
    413,
    '条目过多，一份文件放不下（上限约一百页）。',
    '请减少知识产权等清单的条目，或者用浏览器打印本页。',
  ),

  // Enterprises and who speaks for them (第九条: 企业按属地原则自愿提出)
  'uscc.invalid': entry(
    422,
    '统一社会信用代码有误。',
    '请对照营业执照逐位核对；营业执照上确实如此的，请持营业执照到所在地主管部门核验。',
  ),
  'enterprise.not-found': entry(404, '没有找到该企业，或您无权查看。', '请从“我的企业”进入。'),
  'enterprise.elsewhere': entry(
    409,
    '该企业已在其他主管部门登记。',
    '请选择登记时的主管部门；企业已经迁移的，请联系现主管部门。',
    '第九条',
  ),
  'claim.not-found': entry(404, '没有找到该认领申请，或您无权查看。', '请从列表重新进入。'),
  'claim.already-open': entry(409, '您对该企业的认领正在办理。', '请从“我的企业”查看进度，不必重复提交。'),
  'claim.already-owner': entry(409, '您已经是该企业的负责人。', '请从“我的企业”直接进入。'),
  'claim.not-open': entry(409, '该认领申请现在不能这样办理。', '请刷新页面查看最新情况。'),
  'claim.evidence-missing': entry(422, '缺少营业执照或授权书。', '请上传营业执照和加盖公章的授权书后再提交。'),
  'claim.dispute': entry(
    409,
    '该企业已有负责人或另有认领申请，须由经办提出意见、审批决定。',
    '请比较各方材料后提出处理意见，报审批。',
    '第七条',
  ),
  'claim.no-owner': entry(409, '该企业还没有负责人，不能只加为成员。', '请确认其为负责人，或不予确认。'),
  'claim.reasons-missing': entry(422, '没有写明理由。', '请写明理由和需要补充的材料。'),
  'member.owner-only': entry(403, '只有企业负责人可以办理。', '请由企业负责人操作。'),
  'member.last-owner': entry(409, '企业至少要有一名负责人。', '请先将另一名成员设为负责人。'),
  'member.not-found': entry(404, '没有找到该成员。', '请刷新成员列表。'),
  'member.already': entry(409, '您已经是该企业的成员。', '请从“我的企业”直接进入。'),
  'invitation.invalid': entry(404, '邀请链接无效、已使用、已撤销或已过期。', '请联系邀请人重新发送邀请。'),
  'invitation.too-many': entry(429, '未使用的邀请过多。', '请先撤销不再需要的邀请。'),
  'fact.stale': entry(409, '这一项已由同事修改。', '请比较双方内容后选择保留哪一个，您填写的内容仍在页面上。'),
  'fact.unknown': entry(422, '企业资料中没有这一项。', '请刷新页面后重新填写。'),
  'uscc-admission.regular': entry(409, '该代码符合国家标准，无需核验登记。', '请企业直接登记。'),
  'uscc-admission.exists': entry(409, '该代码已经核验或正在核验。', '请从列表查看。'),
  'uscc-admission.not-found': entry(404, '没有找到该核验记录。', '请从列表重新进入。'),
  'uscc-admission.decided': entry(409, '该核验已经办结。', '请刷新列表。'),

  // Random draw (第九条: 抽查)
  'draw.bad-list': entry(422, '抽取名单为空、有重复，或含有无法识别的编号。', '请核对备案名单后重新抽取。', '第九条'),
  'draw.bad-seed': entry(422, '抽取种子应为 64 位十六进制数字。', '请核对种子后重新抽取。', '第九条'),
  'draw.bad-count': entry(422, '抽取数应不少于 1 家，且不超过名单总数。', '请重新填写抽取数或比例。', '第九条'),

  // Who may do what (第五条, 第七条)
  'act.not-available': entry(409, '案件当前状态不允许这项操作。', '请刷新页面，查看案件现在所处的环节。', '第九条'),
  'act.not-your-role': entry(403, '您的岗位无权办理这项操作。', '请由有相应岗位的人员办理。', '第五条'),
  'act.not-your-jurisdiction': entry(
    403,
    '该事项不在您所在单位的职责范围内。',
    '企业的事项由企业所在地主管部门办理，批次、标准等全省事项由省工业和信息化厅办理。',
    '第五条',
  ),
  'act.same-person': entry(403, '经办与审批不能是同一人。', '请由另一名审批人员办理。', '第七条'),
  'act.stale': entry(409, '案件在您查看期间已被他人办理。', '请刷新后再作决定，您填写的内容仍保留在页面上。'),
  'act.key-reused': entry(409, '同一操作编号被用于不同的内容。', '请刷新页面后重新操作。'),
  'application.closed': entry(409, '不在本批次的申报期内。', '请在批次通知规定的申报起止日期内提交。', '第十二条'),
  'application.decided': entry(409, '审核意见已经批准，不能再撤回。', '如情况有变化，请联系所在地主管部门。', '第七条'),
  'correction.due-passed': entry(422, '补正期限不能早于今天。', '请另定补正期限。', '第九条'),
  'visit.day-passed': entry(422, '核查日期不能早于今天。', '请另定核查日期。', '第九条'),
  'visit.not-a-verifier': entry(422, '所选人员不是本地区的核查人员。', '请从名单中选择两名核查人员。', '第九条'),
  'visit.two-verifiers': entry(422, '实地核查须由两名不同的核查人员进行。', '请另选一名核查人员。', '第九条'),
  'visit.not-scheduled': entry(409, '还没有安排实地核查。', '请先由经办人员安排核查日期和两名核查人员。', '第九条'),
  'visit.not-assigned': entry(403, '您不是本次实地核查的核查人员。', '请由安排的两名核查人员签字。', '第九条'),
  'visit.too-early': entry(
    409,
    '还没有到安排的核查日期。',
    '请在核查当日或之后签字；需要提前的，请经办人员改期。',
    '第九条',
  ),
  'list.not-on-it': entry(409, '该企业不在这份名单上。', '请刷新名单后再办理。', '第九条'),
  'objection.period-over': entry(
    409,
    '不在公示期内，不能提出异议。',
    '公示期满后发现问题的，可以实名举报。',
    '第十七条',
  ),
  'objection.not-open': entry(
    409,
    '这条异议已经处理，或还没有提出处理意见。',
    '请刷新页面查看异议的处理情况。',
    '第十七条',
  ),
  'application.already-open': entry(409, '本企业在该批次已有申报。', '请从“我的申报”继续办理。', '第九条'),
  'application.not-confirmed': entry(
    409,
    '您代表本企业的资格还没有得到主管部门确认。',
    '资料可以先填；待所在地主管部门确认后再申报和提交。',
    '第九条',
  ),
  'application.ineligible': entry(
    422,
    '不符合参评条件，不能提交。',
    '请查看不符合的条件和依据的数据；数据有误的请先更正。',
    '第三条',
  ),
  'application.not-acknowledged': entry(
    422,
    '还有未确定或未达到的条件没有逐项确认。',
    '请逐项阅读提示并勾选确认，或补充资料后再提交。',
    '第三条',
  ),
  'visit.nothing-noted': entry(409, '核查记录还是空的，不能签字。', '请先逐项记录核查情况。', '第九条'),
  'visit.incomplete': entry(
    409,
    '核查清单还有没作结论的项目，不能签字。',
    '请逐项选择属实、有出入或查不到；现场查不到的，也是结论。',
    '第九条',
  ),
  'visit.stale': entry(
    409,
    '核查记录已由另一名核查人员更新。',
    '请合并双方内容后再保存，您的内容仍保留在页面上。',
    '第九条',
  ),
  'clock.not-demo': entry(403, '只有演示系统可以调整日期。', '正式系统使用真实日期，不需要调整。'),
  'visit.signed': entry(
    409,
    '核查记录已有一名核查人员签字。',
    '请核对后签字；确需修改的，先选择“修改记录”，修改后两名核查人员都要重新签字。',
    '第九条',
  ),
  'batch.dates-disordered': entry(
    422,
    '批次日期的先后顺序不对。',
    '请使开始、截止、市级办结、省级办结依次不早于前一日期。',
    '第十二条',
  ),
  'batch.already-open': entry(409, '该批次已经开放。', '请刷新批次列表。', '第十二条'),
  'batch.not-found': entry(404, '没有找到该批次。', '请从批次列表重新进入。', '第十二条'),

  // Editions of standards (第八条)
  'edition.faulty': entry(
    422,
    '提交的文件不能装入，没有保存。',
    '请按逐条列出的文件、行和原因改正后再提交，填写的内容仍在页面上。',
    '第八条',
  ),
  'edition.conflict': entry(
    409,
    '施行期间与现行标准冲突，同一层次会有两个标准。',
    '请核对标准的施行起止日期；确需更正现行标准读法的，请使用相同的编号。',
    '第八条',
  ),
  'edition.exists': entry(409, '内容完全相同的版本已经提交，正在等待审批。', '请从标准版本列表查看。', '第八条'),
  'edition.decided': entry(409, '该版本已经办结，不能再办理。', '请刷新页面查看办理结果。', '第八条'),
  'edition.not-yours': entry(403, '只有提交该版本的经办人员可以撤回。', '请由提交人撤回，或由审批人员退回。', '第七条'),
  'edition.not-found': entry(404, '没有找到该标准版本，或尚未公开。', '请从标准列表重新进入。', '第八条'),
  'edition.nothing-before': entry(
    409,
    '没有可以比较的现行版本。',
    '这是该层次的第一个版本，或附加条件所适用的标准尚未施行。',
    '第八条',
  ),
  'edition.day-passed': entry(
    422,
    '启用日期不能早于今天，也不能早于标准自身的施行日期。',
    '请另定启用日期；已经开放的批次仍按原版本办理。',
    '第八条',
  ),
  'batch.edition-not-offered': entry(
    422,
    '所选标准版本或附加条件在批次开始日还不能使用。',
    '请从列出的版本和附加条件中选择，或调整申报开始日。',
    '第十二条',
  ),
  'case.not-found': entry(404, '没有找到该案件，或您无权查看。', '请从待办列表进入案件。'),
  'case.nothing-submitted': entry(409, '企业还没有提交，没有可以下载的案卷和评价说明。', '请在企业提交以后下载。'),

  // Lists: notices, filings, announcements (第九条)
  'list.not-found': entry(404, '没有找到这份名单，或不是本机关的名单。', '请从名单列表重新进入。', '第九条'),
  'list.decided': entry(409, '这份名单已经审批，不能再办理。', '请刷新名单列表，查看审批结果。', '第九条'),
  'list.other-batch': entry(422, '名单中有其他批次的企业。', '一份名单只列同一批次的企业，请分开拟定。', '第十二条'),
  'notice.not-found': entry(404, '没有找到这份公示或公告。', '请从公示公告列表重新进入。', '第九条'),
  'notice.start-passed': entry(
    409,
    '公示起始日已过，按原日期公示将少于载明的天数。',
    '请退回经办人员，重新确定公示起始日。',
    '第九条',
  ),
  'objection.not-found': entry(404, '没有找到这条异议。', '请核对回执编号后重新查询。', '第十七条'),
  'announcement.validity-reason': entry(
    422,
    '载明的有效期不是三年。',
    '请核对起止日期；名单文件确实载明其他期间的，请写明理由。',
    '第十三条',
  ),
  'draw.nothing-filed': entry(409, '本批次没有已备案待抽取的企业。', '请待各地报送备案后再抽取。', '第九条'),
  'draw.not-found': entry(404, '没有找到这次抽取的记录。', '请从抽取记录列表重新进入。', '第九条'),
  'progress.not-found': entry(
    404,
    '没有找到与回执编号和统一社会信用代码都相符的申报。',
    '请核对申报回执上的编号和本企业的统一社会信用代码。',
    '第七条',
  ),
} satisfies Record<string, RefusalEntry>)

export type RefusalCode = keyof typeof refusals

/** A refusal with a code of the table; `details` names fields or values for the page, never secrets or internals. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(code: RefusalCode, details?: Readonly<Record<string, unknown>>) {
    super(refusals[code].message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}
