import type { ComponentType } from 'react'
import { type NonIndexRouteObject, Outlet, type RouteObject } from 'react-router'
import { EnterpriseLayout } from './enterprise/EnterpriseLayout.tsx'
import { LocalLayout } from './local/LocalLayout.tsx'
import { ProvinceLayout } from './province/ProvinceLayout.tsx'
import { PublicLayout } from './public/PublicLayout.tsx'
import type { RouteHandle } from './shell/Document.tsx'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { RootPage } from './shell/RootPage.tsx'
import { ShellError } from './shell/ShellError.tsx'
import { loadShell } from './shell/shell-data.ts'

/** What a page module may export. */
export type PageModule = Pick<NonIndexRouteObject, 'Component' | 'loader' | 'action' | 'ErrorBoundary' | 'handle'>

/** Every page module of the house, not loaded until its route is asked for. */
const modules = import.meta.glob<PageModule>('./{public,enterprise,local,province}/**/*Page.tsx')

/**
 * A page by its file: the module exports `Component` and, where needed, `loader`, `ErrorBoundary`, `handle`.
 * The file's name goes into `id`, so that the server can name its scripts in the head.
 */
const page = (file: string) => {
  const load = modules[`./${file}`]
  if (!load) throw new Error(`routes: there is no web/${file}`)
  return { id: `web/${file}`, lazy: load }
}

/** An area: its layout, and inside it a boundary for the errors of pages, so that bar and foot stay. */
const area = (Layout: ComponentType, handle: RouteHandle, children: RouteObject[]): RouteObject => ({
  Component: Layout,
  handle,
  children: [{ Component: Outlet, ErrorBoundary: ErrorPage, children }],
})

/** The one table of pages, for the server and the browser. */
export const routes: RouteObject[] = [
  {
    id: 'root',
    Component: RootPage,
    ErrorBoundary: ShellError,
    loader: loadShell,
    children: [
      area(PublicLayout, {}, [
        { path: '/', ...page('public/home/HomePage.tsx') },
        { path: '*', Component: NotFoundPage },
      ]),
      area(EnterpriseLayout, {}, []),
      area(LocalLayout, { density: 'desk' }, []),
      area(ProvinceLayout, { density: 'desk' }, []),
    ],
  },
]
