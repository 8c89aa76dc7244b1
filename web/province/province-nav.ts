import type { NavItem } from '../components/app-bar/AppBar.tsx'

/** Ways of the province's area; a page is listed here when it exists. */
export const provinceNav: readonly NavItem[] = []
