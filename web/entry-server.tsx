import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import {
  createStaticHandler,
  createStaticRouter,
  isRouteErrorResponse,
  RouterContextProvider,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router'
import { createClient } from '../contract/client.ts'
import { contract } from '../contract/index.ts'
import type { PageContext, PageManifest, RenderPage } from '../contract/pages.ts'
import { ApiProblem } from '../contract/problem.ts'
import { apiContext } from './api.ts'
import { routes } from './routes.tsx'
import { HydrationContext, type PageSettings, SettingsContext } from './shell/page-settings.ts'
import { loginAddress, problemOf } from './shell/problem.ts'

const entry = 'web/entry-client.tsx'
const { query, dataRoutes } = createStaticHandler(routes)

/** Files of a module and of everything it imports, each once. */
const filesOf = (manifest: PageManifest, source: string, seen = new Set<string>()): Set<string> => {
  const found = manifest[source]
  if (!found || seen.has(found.file)) return seen
  seen.add(found.file)
  for (const imported of found.imports ?? []) filesOf(manifest, imported, seen)
  return seen
}

const settingsOf = ({ manifest, display }: PageContext, { matches }: StaticHandlerContext): PageSettings => {
  const main = manifest[entry]
  if (!main) throw new Error(`the page build has no ${entry}`)
  const files = new Set([
    ...filesOf(manifest, entry),
    ...matches.flatMap(({ route }) => [...filesOf(manifest, route.id)]),
  ])
  files.delete(main.file)
  const styles = Object.values(manifest).flatMap(({ file }) => (file.endsWith('.css') ? [file] : []))
  return {
    display,
    script: `/${main.file}`,
    styles: styles.map((file) => `/${file}`),
    preload: [...files].map((file) => `/${file}`),
  }
}

/** Errors in the form the browser's router reads back; never a stack, never a message not meant for people. */
const carried = (error: unknown): unknown => {
  if (isRouteErrorResponse(error)) return { ...error, __type: 'RouteErrorResponse' }
  const problem = problemOf(error)
  return { status: problem.status, statusText: '', internal: true, data: problem, __type: 'RouteErrorResponse' }
}

const escaped = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')

const statusOf = (context: StaticHandlerContext): number => {
  if (context.matches.at(-1)?.route.path === '*') return 404
  const [error] = Object.values(context.errors ?? {})
  if (error === undefined) return context.statusCode
  const { status } = problemOf(error)
  return status >= 400 ? status : 503
}

const htmlOf = (context: StaticHandlerContext, page: PageContext): string => {
  const settings = settingsOf(page, context)
  const hydration = escaped({
    settings,
    router: {
      loaderData: context.loaderData,
      actionData: null,
      errors: context.errors && Object.fromEntries(Object.entries(context.errors).map(([id, e]) => [id, carried(e)])),
    },
  })
  const html = renderToString(
    <StrictMode>
      <SettingsContext value={settings}>
        <HydrationContext value={hydration}>
          <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
        </HydrationContext>
      </SettingsContext>
    </StrictMode>,
  )
  return `<!doctype html>${html}`
}

const sent = (html: string, status: number): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

/** Where a refusal is mended before the page can be shown: at the log-in, or by setting a password of one's own. */
const placeToGo = ({ status, code }: ApiProblem, request: Request): string | undefined => {
  const { pathname, search } = new URL(request.url)
  if (status === 401) return loginAddress(pathname + search)
  return code === 'session.password-change-required' ? '/account' : undefined
}

/** Renders the page a request asks for: loaders first, through the API, then one string of HTML. */
export const renderPage: RenderPage = async (request, page) => {
  const client = createClient(contract, page.transport)
  const requestContext = new RouterContextProvider(new Map([[apiContext, async () => client]]))
  const context = await query(request, { requestContext })
  if (context instanceof Response) return context

  const errors = Object.values(context.errors ?? {})
  const away = errors.flatMap((error) => (error instanceof ApiProblem ? (placeToGo(error, request) ?? []) : []))[0]
  if (away !== undefined) return new Response(null, { status: 302, headers: { location: away } })
  for (const error of errors) if (!isRouteErrorResponse(error) && !(error instanceof ApiProblem)) page.report(error)
  try {
    return sent(htmlOf(context, page), statusOf(context))
  } catch (error) {
    // A component failed. Boundaries work in the browser only, so the root's is shown from the start.
    page.report(error)
    const failed = { ...context, errors: { root: error } }
    return sent(htmlOf(failed, page), statusOf(failed))
  }
}
