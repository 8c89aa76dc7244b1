import type { NavItem } from '../components/app-bar/AppBar.tsx'

/** Ways of the local desk; a page is listed here when it exists. */
export const localNav: readonly NavItem[] = []
