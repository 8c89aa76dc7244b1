import type { ReactNode } from 'react'
import './form-actions.css'

/**
 * The bar of decisions: always at the bottom, always the same place. The first button is the next step and names it
 * (通过，报审批); `note` says what happens or what is still open.
 */
export const FormActions = ({
  label = '办理',
  note,
  children,
}: {
  readonly label?: string
  readonly note?: ReactNode
  readonly children: ReactNode
}) => (
  <section className="form-actions" aria-label={label}>
    <div className="form-actions__inner">
      <div className="form-actions__buttons">{children}</div>
      {note !== undefined && <div className="form-actions__note">{note}</div>}
    </div>
  </section>
)
