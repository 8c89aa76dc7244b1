import type { ReactNode } from 'react'
import { Outlet } from 'react-router'
import { AppBar, type NavItem } from '../components/app-bar/AppBar.tsx'
import { DemoClock } from '../components/demo-clock/DemoClock.tsx'
import { PersonMenu } from '../components/person-menu/PersonMenu.tsx'
import { SiteFooter } from './SiteFooter.tsx'
import { useShell } from './shell-data.ts'

/** Frame of an area for people who are signed in: bar, page, foot. `children` stand before the person in the bar. */
export const AreaLayout = ({
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
  const shell = useShell()
  const person = shell?.person
  return (
    <>
      <AppBar home={home} subtitle={subtitle} items={items}>
        {children}
        {shell?.clock.demo && <DemoClock clock={shell.clock} />}
        {person && <PersonMenu person={person} />}
      </AppBar>
      <Outlet />
      <SiteFooter demo={shell?.clock.demo ?? false} />
    </>
  )
}
