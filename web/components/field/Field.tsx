import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { type Saving, savingWords } from './saving.ts'
import './field.css'

/** What every field of the family takes. */
export interface FieldProps {
  /** Form name; also the id, unless `id` is given. */
  readonly name: string
  readonly id?: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and what is allowed. Shown at the field and linked to it; never blocks saving. */
  readonly error?: string | undefined
  /** A gentle second look: what was typed counts as it stands, but may be a slip. */
  readonly notice?: string | undefined
  readonly saving?: Saving | undefined
  /** Says 选填 beside the label. Fields are required in the sense of the law, never of the browser. */
  readonly optional?: boolean
}

/** Attributes tying a control to its label, hint and error. */
export interface ControlProps {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

export const controlProps = ({ name, id = name, hint, notice, error }: FieldProps): ControlProps => {
  const described = classes(
    hint !== undefined && `${id}-hint`,
    notice !== undefined && `${id}-notice`,
    error !== undefined && `${id}-error`,
  )
  return {
    id,
    name,
    ...(described !== undefined && { 'aria-describedby': described }),
    ...(error !== undefined && { 'aria-invalid': true }),
  }
}

/** The state of saving, announced politely. */
export const SavingNote = ({ saving }: { readonly saving: Saving | undefined }) => (
  <span className={classes('field__saving', saving && `field__saving--${saving}`)} role="status">
    {saving && savingWords[saving]}
  </span>
)

/** Hint and error under a label; ids as `controlProps` expects. */
export const FieldTexts = ({ name, id = name, hint, notice, error }: FieldProps) => (
  <>
    {hint !== undefined && (
      <span className="field__hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {notice !== undefined && (
      <span className="field__notice" id={`${id}-notice`}>
        <span className="visually-hidden">提示：</span>
        {notice}
      </span>
    )}
    {error !== undefined && (
      <span className="field__error" id={`${id}-error`}>
        <span className="visually-hidden">有误：</span>
        {error}
      </span>
    )}
  </>
)

/** Frame of a single control: label, saving, hint, error, then the control. */
export const Field = ({ children, ...field }: FieldProps & { readonly children: ReactNode }) => (
  <div className={classes('field', field.error !== undefined && 'field--error')}>
    <span className="field__head">
      <label className="field__label" htmlFor={field.id ?? field.name}>
        {field.label}
        {field.optional && <span className="field__optional">（选填）</span>}
      </label>
      {field.saving !== undefined && <SavingNote saving={field.saving} />}
    </span>
    <FieldTexts {...field} />
    {children}
  </div>
)

/** Frame of several controls answering one question: a fieldset whose legend is the label. */
export const FieldGroup = ({ children, ...field }: FieldProps & { readonly children: ReactNode }) => {
  const { id: _id, name: _name, ...described } = controlProps(field)
  return (
    <fieldset
      className={classes('field', field.error !== undefined && 'field--error')}
      id={field.id ?? field.name}
      {...described}
    >
      <legend className="field__label">
        {field.label}
        {field.optional && <span className="field__optional">（选填）</span>}
        {field.saving !== undefined && <SavingNote saving={field.saving} />}
      </legend>
      <FieldTexts {...field} />
      {children}
    </fieldset>
  )
}
