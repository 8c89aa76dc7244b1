import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

/**
 * A question over the page, on the browser's own <dialog>: focus stays inside, Escape closes, focus returns.
 * It opens only from scripts, so a page must not need it to be read.
 */
export const Dialog = ({
  open,
  title,
  onClose,
  actions,
  children,
}: {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** Buttons, the decision first. */
  readonly actions: ReactNode
  readonly children: ReactNode
}) => {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog
      className="dialog"
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <>
          <h2 className="dialog__title" id={id}>
            {title}
          </h2>
          <div className="dialog__body">{children}</div>
          <div className="dialog__actions">{actions}</div>
        </>
      )}
    </dialog>
  )
}
