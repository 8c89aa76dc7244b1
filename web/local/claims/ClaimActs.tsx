import { useState } from 'react'
import type { ClaimReasonCode } from '../../../contract/claim-reasons.ts'
import type { ClaimFile } from '../../../contract/claims.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { TextAreaField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { formerOwnerWords, outcomeWords } from './claim-words.ts'
import { ReasonFields } from './ReasonFields.tsx'

export interface TypedReason {
  readonly code: ClaimReasonCode
  readonly text: string
}

/** What this officer may do with a claim now; the server decides it again. */
export const ClaimActs = ({ file }: { readonly file: ClaimFile }) => {
  const person = useShell()?.person
  const { claim, dispute } = file
  const handler = person?.officer?.roles.includes('handler') ?? false
  const approver = person?.officer?.roles.includes('approver') ?? false
  if (claim.status === 'waiting' && handler) return dispute ? <Propose file={file} /> : <Decide file={file} />
  if (claim.status === 'proposed' && approver && claim.proposedBy !== person?.id) return <Confirm file={file} />
  if (claim.status === 'proposed')
    return (
      <FormActions>
        <span className="muted">
          {claim.proposedBy === person?.id ? '您已提出意见，由另一名审批人员决定（第七条）。' : '等待审批人员决定。'}
        </span>
      </FormActions>
    )
  if (claim.status === 'waiting')
    return (
      <FormActions>
        <span className="muted">等待经办人员核实。</span>
      </FormActions>
    )
  return null
}

const Decide = ({ file }: { readonly file: ClaimFile }) => {
  const { claim } = file
  const [reasons, setReasons] = useState<readonly TypedReason[]>([])
  const params = { claim: claim.claim }
  return (
    <FormActions note="核对：营业执照与名称、代码一致；授权书有签字、公章，被授权人与申请人一致。">
      <ActButton
        label="确认，由其代表企业"
        perform={(api, options) =>
          api.claims.decide({ params, body: { baseSeq: claim.seq, outcome: 'owner', reasons: [] } }, options)
        }
      />
      <ActButton
        key={JSON.stringify(reasons)}
        label="不予确认…"
        tone="danger"
        perform={(api, options) =>
          api.claims.decide({ params, body: { baseSeq: claim.seq, outcome: 'refuse', reasons: [...reasons] } }, options)
        }
        confirm={{
          title: '不予确认',
          action: '通知申请人',
          body: <ReasonFields reasons={reasons} onChange={setReasons} />,
        }}
      />
    </FormActions>
  )
}

const Propose = ({ file }: { readonly file: ClaimFile }) => {
  const { claim, owners } = file
  const [outcome, setOutcome] = useState<'owner' | 'member' | 'refuse'>('refuse')
  const [formerOwners, setFormerOwners] = useState<'stay-members' | 'leave'>('stay-members')
  const [reasons, setReasons] = useState<readonly TypedReason[]>([])
  const outcomes = (['refuse', 'member', 'owner'] as const).filter((each) => each !== 'member' || owners.length > 0)
  return (
    <FormActions note="有争议的认领由两人办理：经办提出，审批决定。">
      <ActButton
        label="提出处理意见…"
        perform={(api, options) =>
          api.claims.propose(
            {
              params: { claim: claim.claim },
              body: {
                baseSeq: claim.seq,
                outcome,
                reasons: [...reasons],
                ...(outcome === 'owner' && owners.length > 0 && { formerOwners }),
              },
            },
            options,
          )
        }
        confirm={{
          title: '处理意见',
          action: '报审批',
          body: (
            <>
              <RadioField
                name="outcome"
                label="意见"
                value={outcome}
                choices={outcomes.map((value) => ({
                  value,
                  label: value === 'refuse' && owners.length > 0 ? '维持现负责人，不予确认' : outcomeWords[value],
                }))}
                onChange={(event) => setOutcome(event.target.value as typeof outcome)}
              />
              {outcome === 'owner' && owners.length > 0 && (
                <RadioField
                  name="former"
                  label="现负责人"
                  value={formerOwners}
                  choices={(['stay-members', 'leave'] as const).map((value) => ({
                    value,
                    label: formerOwnerWords[value],
                  }))}
                  onChange={(event) => setFormerOwners(event.target.value as typeof formerOwners)}
                />
              )}
              <ReasonFields reasons={reasons} onChange={setReasons} />
            </>
          ),
        }}
      />
    </FormActions>
  )
}

const Confirm = ({ file }: { readonly file: ClaimFile }) => {
  const { claim } = file
  const [note, setNote] = useState('')
  const params = { claim: claim.claim }
  const opinion = claim.outcome === null ? '' : outcomeWords[claim.outcome]
  return (
    <FormActions note={`经办 ${claim.proposedByName ?? ''} 的意见：${opinion}。`}>
      <ActButton
        label={`同意：${opinion}`}
        perform={(api, options) =>
          api.claims.confirm({ params, body: { baseSeq: claim.seq, decision: 'confirm' } }, options)
        }
      />
      <ActButton
        key={note}
        label="退回经办…"
        tone="quiet"
        perform={(api, options) =>
          api.claims.confirm({ params, body: { baseSeq: claim.seq, decision: 'send-back', note } }, options)
        }
        confirm={{
          title: '退回经办',
          action: '退回',
          body: (
            <TextAreaField
              name="note"
              label="退回意见"
              hint="需要重新核对什么。"
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          ),
        }}
      />
    </FormActions>
  )
}
