import type { ClaimQueueItem, ClaimSide } from '../../../contract/claims.ts'

/** Where a claim stands, as the desk calls it. */
export const officeClaimWords = ({
  status,
  outcome,
}: Pick<ClaimQueueItem | ClaimSide, 'status' | 'outcome'>): string => {
  switch (status) {
    case 'waiting':
      return '待经办核实'
    case 'proposed':
      return '意见待审批'
    case 'confirmed':
      return outcome === 'member' ? '加为成员' : '确认为负责人'
    case 'refused':
      return '不予确认'
    case 'withdrawn':
      return '申请人撤回'
    default:
      return '未提交'
  }
}

export const outcomeWords = {
  owner: '确认申请人为负责人',
  member: '加申请人为成员',
  refuse: '不予确认',
} as const

export const formerOwnerWords = {
  'stay-members': '原负责人改为成员',
  leave: '原负责人移出企业',
} as const
