import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'
import { Title } from './Title.tsx'

/** The page's own region: sets the tab's title and is where the skip link and navigation land. */
export const Main = ({
  title,
  narrow = false,
  className,
  children,
}: {
  readonly title: string
  readonly narrow?: boolean
  readonly className?: string
  readonly children: ReactNode
}) => (
  <main id="main" tabIndex={-1} className={classes('page', narrow && 'page--narrow', className)}>
    <Title>{title}</Title>
    {children}
  </main>
)
