import type { NavItem } from '../components/app-bar/AppBar.tsx'

/** Ways of the public area; a page is listed here when it exists. */
export const publicNav: readonly NavItem[] = [
  { to: '/', label: '首页', end: true },
  { to: '/self-check', label: '自测' },
  { to: '/process', label: '申报流程' },
  { to: '/standards', label: '标准' },
  { to: '/notices', label: '公示公告' },
  { to: '/register', label: '名单查询' },
  { to: '/lookup', label: '进度查询' },
]
