import type { ReactNode } from 'react'
import './banner.css'

const words = { info: '提示', pass: '已完成', open: '请注意', fail: '未能完成' } as const

/**
 * A message across the page: what happened or what to mind, and the next step. `live` announces it when it appears
 * (after an act); a failure interrupts, everything else waits its turn.
 */
export const Banner = ({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  readonly tone?: keyof typeof words
  readonly title?: ReactNode
  readonly live?: boolean
  readonly children?: ReactNode
}) => (
  <div className={`banner banner--${tone}`} {...(live && { role: tone === 'fail' ? 'alert' : 'status' })}>
    <p className="banner__title">
      <span className="banner__word">{words[tone]}</span>
      {title}
    </p>
    {children !== undefined && <div className="banner__body">{children}</div>}
  </div>
)
