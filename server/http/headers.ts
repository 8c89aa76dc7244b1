import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Mode } from './context.ts'

const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

const pagePolicy = (scripts: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trim(),
    "script-src-attr 'none'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Sets the content security policy of an HTML page and gives the nonce its inline scripts carry. */
export const pageNonce = (reply: FastifyReply): string => {
  const nonce = randomBytes(16).toString('base64')
  reply.header('content-security-policy', pagePolicy(`'nonce-${nonce}'`))
  return nonce
}

/**
 * Security headers of every answer. Pages run only scripts and styles of this origin (no inline style attributes in
 * markup either; scripts may set styles), API answers run nothing. `same-origin` as referrer policy, not `no-referrer`:
 * with that one browsers would send `Origin: null` on our own forms.
 */
export const registerHeaders = (app: FastifyInstance, mode: Mode): void => {
  app.addHook('onRequest', async (request, reply) => {
    const api = request.url.startsWith('/api/')
    reply.headers({
      'content-security-policy': api ? apiPolicy : pagePolicy(''),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=()',
      'x-request-id': request.id,
    })
    if (api) reply.header('cache-control', 'no-store')
    if (mode === 'production') reply.header('strict-transport-security', 'max-age=31536000')
  })
}
