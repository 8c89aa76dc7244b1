import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../regime/kernel/errors.ts'

/** True when an Origin header names the place this request was sent to. */
const isOwn = (origin: string, request: FastifyRequest, publicOrigin: string | undefined): boolean => {
  if (publicOrigin !== undefined) return origin === publicOrigin
  return URL.canParse(origin) && new URL(origin).host === request.host
}

/**
 * Refuses (`request.not-from-here`) a write that another site made a browser send. Browsers say where a write comes
 * from (`Origin`, `Sec-Fetch-Site`), and every write carries `Idempotency-Key`, a header no foreign page can set
 * without being asked first. With a session cookie the origin must be stated; a program without cookies need not.
 */
export const demandSameOrigin = (
  request: FastifyRequest,
  options: { publicOrigin?: string | undefined; mustState: boolean },
): void => {
  const { origin, 'sec-fetch-site': site } = request.headers
  const stated = origin !== undefined || site !== undefined
  const foreign = (origin !== undefined && !isOwn(origin, request, options.publicOrigin)) || isForeignSite(site)
  if (foreign || (options.mustState && !stated)) throw new Refusal('request.not-from-here')
}

const isForeignSite = (site: string | string[] | undefined): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none'
