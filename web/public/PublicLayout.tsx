import { useContext } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { displayAddress } from '../../contract/display.ts'
import { AppBar } from '../components/app-bar/AppBar.tsx'
import { LinkButton } from '../components/button/Button.tsx'
import { DemoClock } from '../components/demo-clock/DemoClock.tsx'
import { SettingsContext } from '../shell/page-settings.ts'
import { SiteFooter } from '../shell/SiteFooter.tsx'
import { useShell, workplaceOf } from '../shell/shell-data.ts'
import { publicNav } from './public-nav.ts'

/** 大字版 and back, by a plain link. */
const LargeTypeLink = () => {
  const { display } = useContext(SettingsContext)
  const { pathname, search } = useLocation()
  const large = display.size === 'large'
  return (
    <a href={displayAddress({ size: large ? 'normal' : 'large' }, pathname + search)} rel="nofollow">
      {large ? '标准字号' : '大字版'}
    </a>
  )
}

/** Frame of the public pages. */
export const PublicLayout = () => {
  const shell = useShell()
  const person = shell?.person
  return (
    <>
      <AppBar home="/" subtitle="河南省优质中小企业梯度培育" items={publicNav}>
        {shell?.clock.demo && <DemoClock clock={shell.clock} />}
        <LargeTypeLink />
        {person ? (
          <Link to={workplaceOf(person)}>{person.name}，进入工作台</Link>
        ) : (
          <LinkButton small to="/login">
            登录
          </LinkButton>
        )}
      </AppBar>
      <Outlet />
      <SiteFooter demo={shell?.clock.demo ?? false} />
    </>
  )
}
