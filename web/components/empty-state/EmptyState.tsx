import type { ReactNode } from 'react'
import './empty-state.css'

/** Nothing here — said in words, with why, and what one can do instead. */
export const EmptyState = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty-state">
    <p className="empty-state__title">{title}</p>
    {children !== undefined && <div className="empty-state__body">{children}</div>}
  </div>
)
