import type { AdministratorOffice } from '../../regime/jurisdiction/actor.ts'
import type { NavItem } from '../components/app-bar/AppBar.tsx'
import { AreaLayout } from '../shell/AreaLayout.tsx'
import type { RouteHandle } from '../shell/Document.tsx'
import { administratorNames } from '../shell/role-names.ts'
import { useShell } from '../shell/shell-data.ts'

export const handle: RouteHandle = { density: 'desk' }

const accounts: NavItem = { to: '/administration', label: '账号', end: true }
const ways: Readonly<Record<AdministratorOffice, readonly NavItem[]>> = {
  system: [accounts, { to: '/administration/officers/new', label: '建立账号' }],
  security: [accounts],
  auditor: [accounts, { to: '/administration/record', label: '操作记录' }],
}

/** Frame of the administrators' pages (三员分立): they keep accounts, see no case and decide nothing. */
export const Component = () => {
  const office = useShell()?.person?.administrator
  return (
    <AreaLayout
      home="/administration"
      subtitle={office ? `系统管理 · ${administratorNames[office]}` : '系统管理'}
      items={office ? ways[office] : []}
    />
  )
}
