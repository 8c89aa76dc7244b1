import type { NavItem } from '../components/app-bar/AppBar.tsx'

/** Ways of the firm's area; a page is listed here when it exists. */
export const enterpriseNav: readonly NavItem[] = [
  { to: '/enterprise', label: '我的企业', end: true },
  { to: '/enterprise/register', label: '登记或认领' },
]
