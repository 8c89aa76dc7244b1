import { readMoney } from '../../../regime/kernel/money.ts'
import type { Field, MoneyUnit } from '../../../regime/profile/field.ts'
import { NONE, readField } from '../../../regime/profile/read-field.ts'
import { groupDigits, inUnit, readFen } from '../../../regime/profile/read-number.ts'
import { AmountField } from '../field/AmountField.tsx'
import { RadioField, yesNo } from '../field/ChoiceField.tsx'
import type { FieldProps } from '../field/Field.tsx'
import { SelectField } from '../field/SelectField.tsx'
import { DateField, TextAreaField, TextField } from '../field/TextField.tsx'
import { DayOrNoneField } from './DayOrNoneField.tsx'

export interface FactFieldProps extends Pick<FieldProps, 'saving' | 'error' | 'notice'> {
  readonly field: Field
  /** Path in the profile; becomes name and id. */
  readonly path: string
  /** As typed; '' where nothing is entered. */
  readonly raw: string
  readonly unit: MoneyUnit
  readonly onChange: (raw: string) => void
  readonly onBlur?: () => void
}

const unitNames: Readonly<Record<MoneyUnit, string>> = { wan: '万元', yuan: '元' }

/** What is wrong with a typed text, if anything; empty text is unknown, not wrong. */
export const typingProblem = (field: Field, raw: string, unit: MoneyUnit): string | undefined => {
  if (raw.trim() === '') return undefined
  const reading = readField(field, raw, unit)
  return 'problem' in reading ? reading.problem : undefined
}

/** The amount read back in 万元, so that a slip of the unit shows at once. */
export const amountEcho = (raw: string, unit: MoneyUnit): string | undefined => {
  if (raw.trim() === '') return undefined
  const fen = readFen(raw, unit)
  if ('problem' in fen) return undefined
  if (unit === 'yuan') return `合 ${readMoney(fen.value)}`
  const yuan = groupDigits(inUnit(raw, 'wan', 'yuan'))
  return `即 ${yuan} 元`
}

const unitOf = (field: Field, unit: MoneyUnit): string => {
  if (field.kind === 'percent') return '%'
  if (field.kind === 'rank') return '名'
  if (field.kind === 'level') return '级'
  return field.kind === 'count' ? '人' : unitNames[unit]
}

/** One fact of the profile as a form field: which control, which unit, how it reads what was typed. */
export const FactField = ({ field, path, raw, unit, onChange, onBlur, saving, notice, error }: FactFieldProps) => {
  const problem = error ?? typingProblem(field, raw, unit)
  const common = {
    name: path,
    label: field.label.replace('（%）', ''),
    saving,
    error: problem,
    ...(notice !== undefined && { notice }),
    ...(field.hint !== undefined && { hint: field.hint }),
  }
  const typed = {
    value: raw,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...(onBlur && { onBlur }),
  }
  switch (field.kind) {
    case 'money':
    case 'signed-money':
      return <AmountField {...common} {...typed} unit={unitNames[unit]} echo={amountEcho(raw, unit)} />
    case 'percent':
    case 'count':
    case 'rank':
    case 'level':
      return <AmountField {...common} {...typed} unit={unitOf(field, unit)} inputMode="decimal" />
    case 'flag':
      return <RadioField {...common} inline choices={yesNo} {...typed} />
    case 'choice':
      return (
        <SelectField
          {...common}
          {...typed}
          options={Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label }))}
        />
      )
    case 'day':
      return <DateField {...common} {...typed} />
    case 'day-or-none':
      return <DayOrNoneField {...common} raw={raw} none={NONE} onChange={onChange} {...(onBlur && { onBlur })} />
    case 'industry':
      return <TextField {...common} {...typed} inputMode="numeric" maxLength={4} className="control control--short" />
    case 'office':
      return <TextField {...common} {...typed} maxLength={2} />
    case 'text':
      return (field.longest ?? 200) > 200 ? (
        <TextAreaField {...common} {...typed} />
      ) : (
        <TextField {...common} {...typed} />
      )
  }
}
