import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import { classes } from '../classes.ts'
import './button.css'

/** primary: the one next step of a screen · quiet: other ways · danger: takes something away · plain: in lists and bars. */
export type ButtonTone = 'primary' | 'quiet' | 'danger' | 'plain'

interface Look {
  readonly tone?: ButtonTone
  readonly small?: boolean
  /** Fills the width on phones, as in the bar at the bottom. */
  readonly wide?: boolean
}

const look = ({ tone = 'primary', small = false, wide = false }: Look): string | undefined =>
  classes('button', `button--${tone}`, small && 'button--small', wide && 'button--wide')

/**
 * A button. While `pending` it stays focusable and says so, but a second press does nothing.
 * A button that leads to a question first (退回补正…) ends its text with an ellipsis.
 */
export const Button = ({
  tone,
  small,
  wide,
  pending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: Look & { readonly pending?: boolean; readonly children: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button
    {...rest}
    type={type}
    className={classes(look({ ...(tone && { tone }), ...(small && { small }), ...(wide && { wide }) }), className)}
    aria-disabled={pending || undefined}
    onClick={(event) => {
      if (pending) event.preventDefault()
      else onClick?.(event)
    }}
  >
    {children}
    {pending && <span className="button__pending">正在办理</span>}
  </button>
)

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const LinkButton = ({ tone, small, wide, className, ...rest }: Look & LinkProps) => (
  <Link
    {...rest}
    className={classes(look({ ...(tone && { tone }), ...(small && { small }), ...(wide && { wide }) }), className)}
  />
)
