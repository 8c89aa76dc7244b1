import { type ReactNode, useEffect, useRef } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { Mark } from '../mark/Mark.tsx'
import './app-bar.css'

export interface NavItem {
  readonly to: string
  readonly label: string
  /** How many wait there; shown beside the word. */
  readonly count?: number
  /** Current only on the very page, not on those below it. */
  readonly end?: boolean
}

/**
 * The bar on top: brand and whose house this is, the area's ways, and at the end the day, the person and the demo
 * clock (`children`). On phones the ways become one row that scrolls, with the
 * current one in sight.
 */
export const AppBar = ({
  home,
  subtitle,
  items,
  children,
}: {
  readonly home: string
  readonly subtitle: string
  readonly items: readonly NavItem[]
  readonly children?: ReactNode
}) => {
  const ways = useRef<HTMLUListElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current way changes with the page.
  useEffect(() => {
    const row = ways.current
    const current = row?.querySelector<HTMLElement>('[aria-current=page]')
    if (row && current)
      row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2
  }, [pathname])
  return (
    <header className="app-bar">
      <Link className="app-bar__brand" to={home}>
        <Mark />
        <span className="app-bar__words">
          <span className="app-bar__name">梯度</span>
          <small className="app-bar__subtitle">{subtitle}</small>
        </span>
      </Link>
      <nav className="app-bar__nav" aria-label="主导航">
        <ul className="app-bar__items" ref={ways}>
          {items.map((item) => (
            <li key={item.to}>
              <NavLink to={item.to} end={item.end ?? false}>
                {item.label}
                {item.count !== undefined && item.count > 0 && <span className="app-bar__count"> {item.count}</span>}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children !== undefined && <div className="app-bar__end">{children}</div>}
    </header>
  )
}
