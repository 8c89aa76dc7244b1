import { type ClaimReasonCode, claimReasons } from '../../../contract/claim-reasons.ts'
import { CheckboxField } from '../../components/field/ChoiceField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import type { TypedReason } from './ClaimActs.tsx'

const choices = Object.entries(claimReasons).map(([value, label]) => ({ value, label }))

/** Coded reasons, each with what is wrong or to be supplied in words: the claimant reads exactly this. */
export const ReasonFields = ({
  reasons,
  onChange,
}: {
  readonly reasons: readonly TypedReason[]
  readonly onChange: (reasons: readonly TypedReason[]) => void
}) => (
  <>
    <CheckboxField
      name="reasons"
      label="理由"
      hint="申请人会看到理由和说明。"
      inline
      choices={choices}
      values={reasons.map(({ code }) => code)}
      onChange={({ target }) => {
        const code = target.value as ClaimReasonCode
        onChange(target.checked ? [...reasons, { code, text: '' }] : reasons.filter((each) => each.code !== code))
      }}
    />
    {reasons.map(({ code, text }) => (
      <TextField
        key={code}
        name={`reason-${code}`}
        label={`${claimReasons[code]}：具体说明`}
        hint="哪里不对，要补什么。"
        maxLength={500}
        value={text}
        onChange={({ target }) =>
          onChange(reasons.map((each) => (each.code === code ? { code, text: target.value } : each)))
        }
      />
    ))}
  </>
)
