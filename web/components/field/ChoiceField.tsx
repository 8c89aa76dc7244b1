import type { ChangeEventHandler, ReactNode } from 'react'
import { FieldGroup, type FieldProps } from './Field.tsx'

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Colour of the chosen state where the answer is a judgement (属实 / 有出入). */
  readonly tone?: 'pass' | 'fail' | 'open'
}

interface Common extends FieldProps {
  readonly choices: readonly Choice[]
  /** Side by side as tiles (few short answers), or one under another. */
  readonly inline?: boolean
  readonly onChange?: ChangeEventHandler<HTMLInputElement>
}

const Choices = ({
  type,
  field,
  isChecked,
}: {
  readonly type: 'radio' | 'checkbox'
  readonly field: Common & { readonly controlled: boolean }
  readonly isChecked: (value: string) => boolean
}) => {
  const base = field.id ?? field.name
  return (
    <div className={field.inline ? 'choices choices--inline' : 'choices'}>
      {field.choices.map((choice) => {
        const id = `${base}-${choice.value}`
        return (
          <div key={choice.value} className={`choice${choice.tone ? ` choice--${choice.tone}` : ''}`}>
            <input
              type={type}
              id={id}
              name={field.name}
              value={choice.value}
              {...(field.controlled
                ? { checked: isChecked(choice.value) }
                : { defaultChecked: isChecked(choice.value) })}
              {...(field.onChange && { onChange: field.onChange })}
              {...(choice.hint !== undefined && { 'aria-describedby': `${id}-hint` })}
            />
            <label htmlFor={id}>{choice.label}</label>
            {choice.hint !== undefined && (
              <span className="field__hint" id={`${id}-hint`}>
                {choice.hint}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** One answer out of a few. `value` (with `onChange`) or `defaultValue`; '' is unanswered. */
export const RadioField = (props: Common & { readonly value?: string; readonly defaultValue?: string }) => (
  <FieldGroup {...props}>
    <Choices
      type="radio"
      field={{ ...props, controlled: props.value !== undefined }}
      isChecked={(value) => value === (props.value ?? props.defaultValue)}
    />
  </FieldGroup>
)

/** Any number of answers out of a few. */
export const CheckboxField = (
  props: Common & { readonly values?: readonly string[]; readonly defaultValues?: readonly string[] },
) => (
  <FieldGroup {...props}>
    <Choices
      type="checkbox"
      field={{ ...props, controlled: props.values !== undefined }}
      isChecked={(value) => (props.values ?? props.defaultValues ?? []).includes(value)}
    />
  </FieldGroup>
)

/** Yes, no, or not known: the three values of a fact. '' stays unknown and never counts as 否. */
export const yesNo: readonly Choice[] = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
  { value: '', label: '暂不清楚' },
]
