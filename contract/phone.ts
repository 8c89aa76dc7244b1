/** A telephone number people can call: digits, with spaces or hyphens between them. */
export const PHONE = /^[0-9][0-9 -]{4,28}[0-9]$/

/** An e-mail address, as far as its form goes. */
export const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/
