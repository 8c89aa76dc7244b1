import type { InputHTMLAttributes } from 'react'
import { controlProps, Field, type FieldProps } from './Field.tsx'

/** Files by the browser's own picker; the hint names types and size, because the server decides by content. */
export const FileField = (
  props: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'children' | 'type'>,
) => {
  const { name, id, label, hint, notice, error, saving, optional, ...input } = props
  return (
    <Field {...props}>
      <input {...input} {...controlProps(props)} type="file" className="control control--file" />
    </Field>
  )
}
