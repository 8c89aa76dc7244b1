import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Transport } from '../../contract/client.ts'
import { type Display, displayCookie, formatDisplay, parseDisplay } from '../../contract/display.ts'
import type { PageManifest, RenderPage } from '../../contract/pages.ts'
import type { Mode } from './context.ts'
import { localPath } from './forms.ts'
import { cookieName } from './sessionCookie.ts'

const compress = promisify(gzip)
const YEAR = 365 * 24 * 60 * 60

/** The built pages: the renderer, and the manifest naming the browser's files. Throws where they were never built. */
export const loadPages = async (dist: string): Promise<{ render: RenderPage; manifest: PageManifest }> => {
  const [{ renderPage }, manifest] = await Promise.all([
    import(pathToFileURL(join(dist, 'server/entry-server.js')).href) as Promise<{ renderPage: RenderPage }>,
    readFile(join(dist, 'client/.vite/manifest.json'), 'utf8'),
  ])
  return { render: renderPage, manifest: JSON.parse(manifest) as PageManifest }
}

/** Calls the API in this process as the person whose page is rendered: same cookie, same network address. */
export const inProcessTransport =
  (app: FastifyInstance, request: FastifyRequest): Transport =>
  async ({ method, url, headers }) => {
    const { cookie, host } = request.headers
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, ...(cookie && { cookie }), ...(host && { host }) },
      remoteAddress: request.ip,
    })
    return {
      status: answer.statusCode,
      type: String(answer.headers['content-type'] ?? ''),
      text: async () => answer.payload,
      bytes: async () => new Uint8Array(answer.rawPayload),
    }
  }

const displayOf = (request: FastifyRequest): Display => parseDisplay(request.cookies[displayCookie])

/** `GET /display?size=&theme=&back=`: the 大字版 and colour switch as plain links, kept in a cookie for a year. */
const switchDisplay = (request: FastifyRequest, reply: FastifyReply, mode: Mode): FastifyReply => {
  const { size, theme, back } = request.query as Record<string, string | undefined>
  const now = displayOf(request)
  const next = parseDisplay(`${size ?? now.size}.${theme ?? now.theme}`)
  reply.setCookie(displayCookie, formatDisplay(next), {
    path: '/',
    maxAge: YEAR,
    sameSite: 'lax',
    secure: mode === 'production',
  })
  return reply.redirect(localPath(typeof back === 'string' ? back : undefined), 303)
}

/**
 * A signed-in person's page holds a form token, so it is never compressed (BREACH); what the public reads is.
 */
const sendHtml = async (request: FastifyRequest, reply: FastifyReply, answer: Response, personal: boolean) => {
  const html = await answer.text()
  for (const [name, value] of answer.headers) reply.header(name, value)
  reply.status(answer.status).header('vary', 'cookie, accept-encoding')
  reply.header('cache-control', personal ? 'no-store' : 'private, no-cache')
  if (personal || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(html)
  return reply.header('content-encoding', 'gzip').send(await compress(html, { level: 5 }))
}

/**
 * Adds the pages to the server: built files under /assets (kept for ever, their names carry their hash), the few
 * public files at the root, the display switch, and every other GET as a page of the route table.
 */
export const registerPages = async (app: FastifyInstance, options: { dist: string; mode: Mode }): Promise<void> => {
  const dist = resolve(options.dist)
  const { render, manifest } = await loadPages(dist)
  await app.register(fastifyStatic, {
    root: join(dist, 'client/assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', `public, max-age=${YEAR}, immutable`)
    },
  })
  await app.register(fastifyStatic, {
    root: join(dist, 'client'),
    wildcard: false,
    globIgnore: ['assets/**'],
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', 'public, no-cache')
    },
  })
  app.get('/display', { schema: { hide: true } as object }, (request, reply) =>
    switchDisplay(request, reply, options.mode),
  )
  app.get('/*', { schema: { hide: true } as object }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    const url = new URL(request.url, `${request.protocol}://${request.host}`)
    const answer = await render(new Request(url, { headers: { accept: 'text/html' } }), {
      manifest,
      display: displayOf(request),
      transport: inProcessTransport(app, request),
      report: (error) => request.log.error({ err: error }, 'page failed'),
    })
    const location = answer.headers.get('location')
    if (location !== null) return reply.header('cache-control', 'no-store').redirect(location, answer.status)
    return sendHtml(request, reply, answer, request.cookies[cookieName(options.mode)] !== undefined)
  })
}
