import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { ScrollRestoration, useLocation, useMatches } from 'react-router'
import { HydrationContext, hydrationId, SettingsContext } from './page-settings.ts'

/** What a route may say about itself in `handle`. */
export interface RouteHandle {
  /** `desk` is the officials' density; public and firm pages are the plain one. */
  readonly density?: 'desk'
}

/** Moves focus to the new page's heading region after a navigation in the browser, as a full load would. */
const useFocusOnNavigation = (): void => {
  const { pathname } = useLocation()
  const seen = useRef(pathname)
  useEffect(() => {
    if (seen.current === pathname) return
    seen.current = pathname
    if (location.hash === '') document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}

/** The whole HTML document: React owns it from <html> on, on the server and in the browser. */
export const Document = ({ children }: { readonly children: ReactNode }) => {
  const { display, script, styles, preload } = useContext(SettingsContext)
  const hydration = useContext(HydrationContext)
  const matches = useMatches()
  const desk = matches.some(({ handle }) => (handle as RouteHandle | undefined)?.density === 'desk')
  useFocusOnNavigation()
  return (
    <html
      lang="zh-CN"
      {...(display.theme !== 'system' && { 'data-theme': display.theme })}
      {...(display.size === 'large' && { 'data-size': 'large' })}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {preload.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        <script type="module" src={script} />
      </head>
      <body className={desk ? 'area--desk' : undefined}>
        <a className="skip-link" href="#main">
          跳到正文
        </a>
        {children}
        <ScrollRestoration />
        <script
          type="application/json"
          id={hydrationId}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped, never markup
          dangerouslySetInnerHTML={{ __html: hydration }}
        />
      </body>
    </html>
  )
}
