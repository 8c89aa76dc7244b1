import { type FormEvent, type ReactNode, useEffect, useState } from 'react'

/**
 * A form that scripts send. Until they run it can neither be filled in nor sent: as a plain form the browser would put
 * what was typed, passwords included, into the address.
 */
export const ActForm = ({
  className = 'stack',
  onSubmit,
  children,
}: {
  readonly className?: string
  readonly onSubmit: () => void
  readonly children: ReactNode
}) => {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form method="post" onSubmit={submit}>
      <fieldset className={className} disabled={!ready}>
        {children}
      </fieldset>
      <noscript>这张表单需要启用脚本。</noscript>
    </form>
  )
}
