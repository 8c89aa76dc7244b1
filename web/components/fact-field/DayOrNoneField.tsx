import { FieldGroup, type FieldProps } from '../field/Field.tsx'
import { DateField } from '../field/TextField.tsx'

/** A day, or the statement that there is none (不是受让取得): three states, the empty one is 暂不清楚. */
export const DayOrNoneField = ({
  raw,
  none,
  onChange,
  onBlur,
  ...field
}: FieldProps & {
  readonly raw: string
  /** The text that stands for "none". */
  readonly none: string
  readonly onChange: (raw: string) => void
  readonly onBlur?: () => void
}) => (
  <FieldGroup {...field}>
    <div className="choices">
      <div className="choice">
        <input
          type="checkbox"
          id={`${field.name}-none`}
          checked={raw === none}
          onChange={(event) => onChange(event.target.checked ? none : '')}
        />
        <label htmlFor={`${field.name}-none`}>不是受让取得</label>
      </div>
      {raw !== none && (
        <DateField
          name={`${field.name}-day`}
          label={<span className="small">受让日期</span>}
          value={raw}
          onChange={(event) => onChange(event.target.value)}
          {...(onBlur && { onBlur })}
        />
      )}
    </div>
  </FieldGroup>
)
