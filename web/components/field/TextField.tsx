import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { controlProps, Field, type FieldProps } from './Field.tsx'

type Rest<T> = Omit<T, keyof FieldProps | 'children'>

/** One line of text. Pass `type`, `inputMode`, `autoComplete`, `defaultValue` or `value` + `onChange` as usual. */
export const TextField = (props: FieldProps & Rest<InputHTMLAttributes<HTMLInputElement>>) => {
  const { name, id, label, hint, notice, error, saving, optional, ...input } = props
  return (
    <Field {...props}>
      <input type="text" {...input} {...controlProps(props)} className="control" />
    </Field>
  )
}

/** Several lines; grows to `rows`. */
export const TextAreaField = (props: FieldProps & Rest<TextareaHTMLAttributes<HTMLTextAreaElement>>) => {
  const { name, id, label, hint, notice, error, saving, optional, ...input } = props
  return (
    <Field {...props}>
      <textarea rows={4} {...input} {...controlProps(props)} className="control control--area" />
    </Field>
  )
}

/** A day, `YYYY-MM-DD`, by the browser's own picker. */
export const DateField = (props: FieldProps & Rest<Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>>) => {
  const { name, id, label, hint, notice, error, saving, optional, ...input } = props
  return (
    <Field {...props}>
      <input max="9999-12-31" {...input} {...controlProps(props)} type="date" className="control control--date" />
    </Field>
  )
}
