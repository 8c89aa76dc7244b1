import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { Card } from '../../components/card/Card.tsx'
import { useClaim } from './use-claim.ts'

interface Firm {
  readonly enterprise: string
  readonly authority: string
  readonly name: string
  readonly claimed: boolean
}

/** A code that somebody already stands for: ask them for an invitation first, or claim against them. */
export const AlreadyRegistered = ({ firm }: { readonly firm: Firm }) => {
  const { open, show } = useClaim()
  const office = officeName(firm.authority)
  return (
    <Card title="2. 这家企业已经登记">
      <p>
        <b className="serif">{firm.name}</b>
        <br />
        <span className="small muted">主管部门：{office}</span>
      </p>
      {firm.claimed ? (
        <>
          <p>企业已有负责人。您是企业的人员，请负责人在“同事”页给您发一个邀请链接，打开即可加入，不用核实。</p>
          <p>
            负责人已离职、联系不上，或者不是企业的人，您可以提交认领申请，由{office}
            比较双方材料后决定（经办提出、审批决定）。决定之前，现负责人照常办理。
          </p>
        </>
      ) : (
        <p>已有人提交认领，{office}正在核实。您也可以提交，由主管部门比较双方材料后决定（经办提出、审批决定）。</p>
      )}
      <p className="row">
        <ActButton
          label="提交认领申请"
          tone={firm.claimed ? 'quiet' : 'primary'}
          perform={(api, options) =>
            open(api, options, { authority: firm.authority as LocalCode, enterprise: firm.enterprise })
          }
          onDone={show}
        />
      </p>
    </Card>
  )
}
