import { Link } from 'react-router'
import { type ShellData, useShell } from '../../shell/shell-data.ts'
import './person-menu.css'

/** Who is signed in, and the way out: a plain form, so that it works before scripts run. */
export const PersonMenu = ({ person }: { readonly person: NonNullable<ShellData['person']> }) => (
  <form className="person-menu" method="post" action="/logout">
    <Link to="/account">
      {person.name}
      {person.demo && '（演示）'}
    </Link>
    <input type="hidden" name="token" value={useShell()?.formToken ?? ''} />
    <button type="submit" className="button button--plain button--small">
      退出
    </button>
  </form>
)
