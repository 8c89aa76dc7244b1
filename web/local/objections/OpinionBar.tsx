import { useState } from 'react'
import type { ObjectionDetail } from '../../../contract/objections.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { TextAreaField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'

const noteOf = ({ status }: ObjectionDetail): string => {
  if (status === 'open') return '等待经办人员核实并提出意见。'
  return status === 'proposed' ? '等待另一名审批人员办理（第七条）。' : '已办结'
}

/** The decisions on an objection: the handler's opinion, the approver's agreement or return; as the table offers them. */
export const OpinionBar = ({ objection }: { readonly objection: ObjectionDetail }) => {
  const [outcome, setOutcome] = useState('')
  const [reasons, setReasons] = useState('')
  const [note, setNote] = useState('')
  const can = (act: string) => objection.available.find((entry) => entry.act === act)
  const [propose, confirm, sendBack] = [can('objection.propose'), can('objection.confirm'), can('objection.send-back')]
  const params = { objection: objection.id }
  const baseVersion = objection.version
  const upheld = objection.outcome === 'upheld'
  const noteField = (optional: boolean) => (
    <TextAreaField
      name="note"
      label="意见"
      optional={optional}
      rows={3}
      maxLength={500}
      value={note}
      onChange={({ target }) => setNote(target.value)}
    />
  )
  return (
    <FormActions note={propose || confirm ? `依据：${(propose ?? confirm)?.article}` : noteOf(objection)}>
      {propose && (
        <ActButton
          label={`${propose.label}…`}
          perform={(api, options) =>
            api.objections.propose(
              { params, body: { outcome: outcome as 'upheld' | 'unfounded', reasons: reasons.trim(), baseVersion } },
              options,
            )
          }
          confirm={{
            title: propose.label,
            action: propose.label,
            body: (
              <>
                <RadioField
                  name="outcome"
                  label="经核实"
                  value={outcome}
                  onChange={({ target }) => setOutcome(target.value)}
                  choices={[
                    {
                      value: 'upheld',
                      label: '异议成立',
                      hint: '审批同意后该企业移出名单，其他企业不受影响',
                      tone: 'fail',
                    },
                    { value: 'unfounded', label: '异议不成立', hint: '审批同意后该企业继续办理', tone: 'pass' },
                  ]}
                />
                <TextAreaField
                  name="reasons"
                  label="理由"
                  hint="企业和异议人都会看到；不要写异议人的身份，不少于 10 字"
                  rows={5}
                  maxLength={2000}
                  value={reasons}
                  onChange={({ target }) => setReasons(target.value)}
                />
              </>
            ),
          }}
        />
      )}
      {confirm && (
        <ActButton
          label={`${confirm.label}…`}
          tone={upheld ? 'danger' : 'primary'}
          perform={(api, options) =>
            api.objections.confirm(
              { params, body: { baseVersion, ...(note.trim() && { note: note.trim() }) } },
              options,
            )
          }
          confirm={{
            title: upheld ? '同意：异议成立，移出名单' : '同意：异议不成立',
            action: confirm.label,
            body: (
              <>
                <p>{objection.opinion}</p>
                <p>
                  {upheld
                    ? '同意后该企业即时移出公示名单，公示页注明移出日期，本次申报终止。'
                    : '同意后该企业继续办理。'}
                </p>
                {noteField(true)}
              </>
            ),
          }}
        />
      )}
      {sendBack && (
        <ActButton
          label={`${sendBack.label}…`}
          tone="quiet"
          perform={(api, options) =>
            api.objections.sendBack({ params, body: { note: note.trim(), baseVersion } }, options)
          }
          confirm={{ title: '退回经办重新核实', action: sendBack.label, body: noteField(false) }}
        />
      )}
    </FormActions>
  )
}
