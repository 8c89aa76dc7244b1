import { useEffect, useRef } from 'react'
import './error-summary.css'

/** One thing to mend: the id of its field and the sentence shown there. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/** What keeps a form from going on, at its top, each a link to its field. Takes focus when it appears. */
export const ErrorSummary = ({
  title = '有几处需要改正',
  errors,
}: {
  readonly title?: string
  readonly errors: readonly FieldError[]
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="error-summary__title">{title}</h2>
      <ul className="error-summary__list">
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
