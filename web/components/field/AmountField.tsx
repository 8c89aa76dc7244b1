import type { InputHTMLAttributes, ReactNode } from 'react'
import { controlProps, Field, type FieldProps } from './Field.tsx'

/**
 * A number with its unit at the end: 万元, 元, %, 人, 项. Text input with a decimal keyboard, so that nothing is
 * rounded or swallowed by the browser; `echo` reads the amount back (1,001.00 万元 → 10,010,000 元).
 */
export const AmountField = (
  props: FieldProps & { readonly unit: string; readonly echo?: ReactNode } & Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | 'children' | 'type'
    >,
) => {
  const { name, id, label, hint, notice, error, saving, optional, unit, echo, ...input } = props
  const control = controlProps(props)
  const unitId = `${control.id}-unit`
  return (
    <Field {...props}>
      <span className="amount">
        <input
          inputMode="decimal"
          autoComplete="off"
          {...input}
          {...control}
          aria-describedby={[unitId, control['aria-describedby']].filter(Boolean).join(' ')}
          type="text"
          className="control control--amount"
        />
        <span className="amount__unit" id={unitId}>
          {unit}
        </span>
      </span>
      {echo !== undefined && <output className="field__echo">{echo}</output>}
    </Field>
  )
}
