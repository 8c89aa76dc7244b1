import { type ReactNode, useLayoutEffect, useRef } from 'react'

/**
 * Fields that scripts keep or send. Until those run nothing can be typed: it would stand on the page, and nobody would
 * have noticed it.
 */
export const Scripted = ({
  className = 'stack',
  children,
}: {
  readonly className?: string
  readonly children: ReactNode
}) => {
  const box = useRef<HTMLFieldSetElement>(null)
  // Straight on the element: a state would open the fields one rendering late for whoever puts the focus into one.
  useLayoutEffect(() => {
    if (box.current) box.current.disabled = false
  }, [])
  return (
    <fieldset className={className} ref={box} disabled>
      {children}
    </fieldset>
  )
}
