/**
 * What an approver declares with a filing (第九条: 含材料审核及实地核查真实性声明), in words of the house: the regulation
 * asks for the declaration and leaves its wording open. `office` is the name the authority signs with.
 */
export const filingDeclaration = (office: string, firms: number): string =>
  `${office}已对本名单所列 ${firms} 家企业的自评信息和佐证材料逐一审核，并逐家进行了实地核查，公示期满且没有成立的异议。` +
  '所附审核意见和核查记录真实、完整，与企业实际情况相符；如有不实，由本机关承担相应责任。'
