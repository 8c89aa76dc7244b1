import type { FormEvent, ReactNode } from 'react'
import { Scripted } from './Scripted.tsx'

/**
 * A form that scripts send. Until they run it can neither be filled in nor sent: as a plain form the browser would put
 * what was typed, passwords included, into the address.
 */
export const ActForm = ({
  className,
  onSubmit,
  children,
}: {
  readonly className?: string
  readonly onSubmit: () => void
  readonly children: ReactNode
}) => {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form method="post" onSubmit={submit}>
      <Scripted {...(className !== undefined && { className })}>{children}</Scripted>
      <noscript>这张表单需要启用脚本。</noscript>
    </form>
  )
}
