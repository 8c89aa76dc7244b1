import type { ReactNode } from 'react'
import './tag.css'

/** pass 达到 · open 未定、未填、在等 · fail 不达到、有矛盾 · plain: no judgement. The words say it; the colour repeats it. */
export type TagTone = 'pass' | 'open' | 'fail' | 'plain'

/** A short word about a thing. Never empty, never colour alone. */
export const Tag = ({ tone = 'plain', children }: { readonly tone?: TagTone; readonly children: ReactNode }) => (
  <span className={`tag tag--${tone}`}>{children}</span>
)
