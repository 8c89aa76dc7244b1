import type { NavItem } from '../components/app-bar/AppBar.tsx'

/** Ways of the firm's area; a page is listed here when it exists. */
export const enterpriseNav: readonly NavItem[] = []
