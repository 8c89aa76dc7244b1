/** Where an objection stands; `joined`: settled together with another that was upheld against the same firm. */
export type ObjectionStanding = 'open' | 'proposed' | 'upheld' | 'unfounded' | 'joined'

const labels: { readonly [S in ObjectionStanding]: string } = {
  open: '已收到，正在核实',
  proposed: '已收到，正在核实',
  upheld: '经核实异议成立，该企业已移出公示名单',
  unfounded: '经核实异议不成立',
  joined: '该企业已因另一异议移出公示名单，本异议一并办结',
}

/** What a standing means to the objector and the public (第十七条). The office's inner working is not told. */
export const objectionLabel = (standing: ObjectionStanding): string => labels[standing]

const officialLabels: { readonly [S in ObjectionStanding]: string } = {
  open: '待核实',
  proposed: '意见待审批',
  upheld: '成立，已移出',
  unfounded: '不成立',
  joined: '并案办结',
}

/** What the desk calls a standing. */
export const objectionDeskLabel = (standing: ObjectionStanding): string => officialLabels[standing]

const acts: Readonly<Record<string, string>> = {
  'objection.receive': '收到异议',
  'objection.propose': '经办提出处理意见',
  'objection.send-back': '审批退回经办',
  'objection.confirm': '审批同意处理意见',
  'objection.join': '与另一异议一并办结',
  'objection.reveal': '查看异议人身份',
}

/** An act on an objection as its desk reads the record: what was done, and the particulars in sentences. */
export const objectionActWords = (
  act: string,
  payload: Readonly<Record<string, unknown>>,
): { readonly label: string; readonly words: string[] } => {
  const words: string[] = []
  if (payload.outcome) words.push(payload.outcome === 'upheld' ? '异议成立' : '异议不成立')
  for (const [key, name] of [
    ['reasons', '理由'],
    ['note', '意见'],
    ['purpose', '用途'],
  ] as const)
    if (typeof payload[key] === 'string' && payload[key] !== '') words.push(`${name}：${payload[key]}`)
  return { label: acts[act] ?? act, words }
}
