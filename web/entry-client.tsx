import './styles/index.css'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, matchRoutes, RouterContextProvider } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { apiContext, browserApi } from './api.ts'
import { routes } from './routes.tsx'
import { HydrationContext, hydrationId, type PageSettings, SettingsContext } from './shell/page-settings.ts'

declare global {
  interface Window {
    /** Where react-router looks for the server's loader data. */
    __staticRouterHydrationData?: unknown
  }
}

const text = document.getElementById(hydrationId)?.textContent ?? ''
const { settings, router: data } = JSON.parse(text) as { settings: PageSettings; router: unknown }
window.__staticRouterHydrationData = data

// The matched pages must be there before hydration, or React would see a fallback instead of the server's markup.
for (const { route } of matchRoutes(routes, location) ?? [])
  if (typeof route.lazy === 'function') Object.assign(route, await route.lazy(), { lazy: undefined })

const router = createBrowserRouter(routes, {
  getContext: () => new RouterContextProvider(new Map([[apiContext, async () => (await browserApi()).client]])),
})

hydrateRoot(
  document,
  <StrictMode>
    <SettingsContext value={settings}>
      <HydrationContext value={text}>
        <RouterProvider router={router} />
      </HydrationContext>
    </SettingsContext>
  </StrictMode>,
)
