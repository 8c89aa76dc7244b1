import { useState } from 'react'
import { ActButton } from '../../act/ActButton.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { TextAreaField } from '../../components/field/TextField.tsx'
import { instantText } from '../../components/timeline/instant.ts'

interface AgainstClaim {
  readonly claim: string
  readonly name: string
  readonly position: string
  readonly statement: string
  readonly since: string
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: string | null
}

/** Somebody else claims the firm: the sitting owner is told and heard, and loses nothing until it is decided. */
export const ClaimAgainst = ({ enterprise, claim }: { readonly enterprise: string; readonly claim: AgainstClaim }) => {
  const [answer, setAnswer] = useState(claim.answer ?? '')
  return (
    <Banner tone="open" title={`${claim.name}（${claim.position}）也申请代表本企业`}>
      <p>
        {instantText(claim.since)}提交。主管部门将比较双方材料后决定；决定之前，您的权限不变。
        {claim.statement !== '' && `对方说明：${claim.statement}`}
      </p>
      {claim.answer && (
        <p className="small muted">
          {claim.answeredBy} {claim.answeredAt && instantText(claim.answeredAt)}已说明，可以修改。
        </p>
      )}
      <TextAreaField
        name={`answer-${claim.claim}`}
        label="您的说明"
        hint="对方是不是企业人员、为什么。主管部门据此核实。"
        rows={3}
        maxLength={1000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <p className="row">
        <ActButton
          key={answer}
          label={claim.answer ? '更新说明' : '提交说明'}
          tone="quiet"
          perform={(api, options) =>
            api.claims.answer({ params: { enterprise, claim: claim.claim }, body: { answer, evidence: [] } }, options)
          }
        />
      </p>
    </Banner>
  )
}
