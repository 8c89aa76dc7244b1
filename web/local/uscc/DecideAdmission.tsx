import { useState } from 'react'
import type { UsccAdmission } from '../../../contract/uscc-admissions.ts'
import { ActButton } from '../../act/ActButton.tsx'
import type { Api } from '../../api.ts'
import { TextField } from '../../components/field/TextField.tsx'
import { useShell } from '../../shell/shell-data.ts'

/** The approver's half: another person than the one who proposed. */
export const DecideAdmission = ({ admission }: { readonly admission: UsccAdmission }) => {
  const person = useShell()?.person
  const [note, setNote] = useState('')
  if (!person?.officer?.roles.includes('approver')) return <p className="small muted">等待审批人员决定。</p>
  if (admission.proposedBy === person.id)
    return <p className="small muted">您已提请，由另一名审批人员决定（第七条）。</p>
  const decide = (decision: 'confirmed' | 'refused') => ({
    perform: (api: Api, options: { key: string }) =>
      api.usccAdmissions.decide({ params: { admission: admission.id }, body: { decision, note } }, options),
  })
  return (
    <div className="stack">
      <TextField
        name={`note-${admission.id}`}
        label="审批意见"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="row" key={note}>
        <ActButton {...decide('confirmed')} label="准予登记" />
        <ActButton {...decide('refused')} label="不准予登记" tone="danger" />
      </p>
    </div>
  )
}
