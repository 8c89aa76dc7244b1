import type { ReactNode } from 'react'

/** The citation under whatever rests on it: 附件1 二（一）2 · 第九条. */
export const Article = ({ children }: { readonly children: ReactNode }) => (
  <p className="article">
    <span className="visually-hidden">依据：</span>
    {children}
  </p>
)
