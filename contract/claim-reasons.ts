/** Coded reasons for refusing a claim; each is told with what to supply. */
export const claimReasons = Object.freeze({
  'licence-unreadable': '营业执照看不清或不完整',
  'licence-mismatch': '营业执照与登记的名称或代码不一致',
  'letter-unsigned': '授权书没有签字或没有盖公章',
  'letter-person': '授权书上的被授权人与申请人不一致',
  'letter-scope': '授权书没有写明授权办理的事项',
  'not-here': '企业不属于本地区管辖',
  'owner-stands': '现有负责人的资格经核实有效',
  other: '其他',
} as const)
export type ClaimReasonCode = keyof typeof claimReasons

export interface ClaimReason {
  readonly code: ClaimReasonCode
  /** What is wrong or what is to be supplied, in words. */
  readonly text: string
}
