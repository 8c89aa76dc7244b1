import { useLocation } from 'react-router'
import { officeName } from '../../regime/jurisdiction/authorities.ts'
import { LinkButton } from '../components/button/Button.tsx'
import './person-menu.css'
import { useShell } from './shell-data.ts'

/** Who is signed in, and the way out: a plain form, so that it works before scripts run. */
export const PersonMenu = () => {
  const shell = useShell()
  const { pathname } = useLocation()
  if (!shell?.person)
    return (
      <LinkButton small to={pathname === '/login' ? '/login' : `/login?${new URLSearchParams({ next: pathname })}`}>
        登录
      </LinkButton>
    )
  const { person, formToken } = shell
  return (
    <form className="person-menu" method="post" action="/logout">
      <span>
        {person.name}
        {person.demo && '（演示）'}
        {person.officer && <span className="person-menu__office"> · {officeName(person.officer.authority)}</span>}
      </span>
      <input type="hidden" name="token" value={formToken ?? ''} />
      <button type="submit" className="button button--plain button--small">
        退出
      </button>
    </form>
  )
}
