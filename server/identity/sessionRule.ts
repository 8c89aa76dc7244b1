const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long a session lasts, in milliseconds of the machine's time. Stated in docs/api.md. */
export const sessionRule = Object.freeze({
  /** Without a request: a firm's person has time to look for a certificate, an officer's desk is shared. */
  idle: Object.freeze({ person: 2 * HOUR, office: 30 * MINUTE }),
  /** At most, whatever happens. */
  absolute: 12 * HOUR,
  /** The last request is noted no more often than this. */
  touch: MINUTE,
})

/** Attempts admitted per window and subject; the next one waits until the window has passed. */
export const attemptRule = Object.freeze({
  window: 15 * MINUTE,
  /** One login name from one address: somebody guessing. */
  pair: 5,
  /** One login name from anywhere: guessing spread over many addresses. Wider, so that nobody is shut out easily. */
  login: 20,
  /** One address with any login name: an office behind one address must still get in. */
  address: 100,
  /** Accounts registered from one address. */
  registration: 20,
})

/** Later by this many milliseconds. */
export const laterBy = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()
