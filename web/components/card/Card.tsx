import { type ReactNode, useId } from 'react'
import { classes } from '../classes.ts'
import './card.css'

/**
 * A white sheet with a hairline. With a title it is a region named by it; `aside` stands at the title's end
 * (a count, a link to all).
 */
export const Card = ({
  title,
  level = 2,
  aside,
  flush = false,
  className,
  children,
}: {
  readonly title?: ReactNode
  readonly level?: 2 | 3
  readonly aside?: ReactNode
  /** Content goes to the edges: lists and tables with their own padding. */
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}) => {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      className={classes('card', flush && 'card--flush', className)}
      {...(title !== undefined && { 'aria-labelledby': id })}
    >
      {title !== undefined && (
        <header className="card__header">
          <Heading id={id}>{title}</Heading>
          {aside !== undefined && <div className="card__aside">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
