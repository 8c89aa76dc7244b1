import type { SelectHTMLAttributes } from 'react'
import { controlProps, Field, type FieldProps } from './Field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

/** One of a list of more than about five; fewer are radio buttons. `blank` is the words of the unanswered state. */
export const SelectField = (
  props: FieldProps & { readonly options: readonly Option[]; readonly blank?: string } & Omit<
      SelectHTMLAttributes<HTMLSelectElement>,
      keyof FieldProps | 'children'
    >,
) => {
  const { name, id, label, hint, notice, error, saving, optional, options, blank = '请选择', ...select } = props
  return (
    <Field {...props}>
      <select {...select} {...controlProps(props)} className="control">
        {blank !== '' && <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
