/** Coded reasons for returning an application (R9.9). The code is stored; the words may be improved. */
export const returnReasons = Object.freeze({
  'evidence-missing': '缺少佐证材料',
  'evidence-unclear': '佐证材料不清晰或不完整',
  'figure-differs': '填报数值与佐证材料不一致',
  'wrong-year': '年度口径不符',
  'wrong-basis': '合并报表与单独报表口径不符',
  'property-not-counted': '知识产权不符合计入条件，或缺少证明',
  'field-unclear': '主导产品所属领域说明不清',
  other: '其他需要补正的事项',
})
export type ReturnReason = keyof typeof returnReasons

/** Coded reasons for a rejection, each with the article it rests on (R9.9). */
export const rejectionReasons = Object.freeze({
  ineligible: { label: '不符合参评条件', article: '第三条' },
  'standard-not-met': { label: '未达到评价标准', article: '第八条' },
  'visit-differs': { label: '实地核查情况与申报不符', article: '第九条' },
  'not-corrected': { label: '逾期未补正，现有材料不足以通过', article: '第九条' },
  untrue: { label: '申报材料不真实', article: '第十六条' },
  'objection-upheld': { label: '公示异议经核实成立', article: '第九条' },
})
export type RejectionReason = keyof typeof rejectionReasons

/** The words of a reason's code, of either table; an unknown code is given back as it is. */
export const reasonLabel = (code: string): string =>
  returnReasons[code as ReturnReason] ?? rejectionReasons[code as RejectionReason]?.label ?? code

/** The article a rejection rests on: that of its first reason. */
export const articleOf = (reasons: readonly { readonly code: string }[]): string =>
  rejectionReasons[reasons[0]?.code as RejectionReason]?.article ?? '第九条'
