import type { OwnClaim } from '../../../contract/enterprises.ts'
import type { TagTone } from '../../components/tag/Tag.tsx'

/** What the claimant reads about where their claim stands. An opinion under approval is not told yet. */
export const claimWords: Readonly<Record<OwnClaim['status'], { readonly label: string; readonly tone: TagTone }>> = {
  draft: { label: '还没有提交', tone: 'plain' },
  waiting: { label: '等待主管部门核实', tone: 'open' },
  proposed: { label: '主管部门核实中', tone: 'open' },
  confirmed: { label: '已确认', tone: 'pass' },
  refused: { label: '未予确认', tone: 'fail' },
  withdrawn: { label: '已撤回', tone: 'plain' },
}

export const roleWords = { owner: '负责人', member: '成员' } as const
