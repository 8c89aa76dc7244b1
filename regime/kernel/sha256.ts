// FIPS 180-4. Pure and synchronous, because the same digest is made in the browser, on the server and offline.

const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false
  return true
}

const primes: readonly number[] = (() => {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) if (isPrime(n)) found.push(n)
  return found
})()

/** First 32 bits of the fractional part of the n-th root of a prime, by exact integer search (no floating point). */
const rootBits = (prime: number, root: 2 | 3): number => {
  const target = BigInt(prime) << BigInt(32 * root)
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** BigInt(root) <= target) low = middle
    else high = middle
  }
  return Number(BigInt.asIntN(32, low))
}

const ROUND = Int32Array.from(primes, (prime) => rootBits(prime, 3))
const START = Int32Array.from(primes.slice(0, 8), (prime) => rootBits(prime, 2))

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_none, byte) => byte.toString(16).padStart(2, '0'))

const hex = (word: number): string =>
  `${PAIRS[word >>> 24]}${PAIRS[(word >>> 16) & 255]}${PAIRS[(word >>> 8) & 255]}${PAIRS[word & 255]}`

const compress = (state: Int32Array, schedule: Int32Array): void => {
  for (let t = 16; t < 64; t++) {
    const w15 = schedule[t - 15] as number
    const w2 = schedule[t - 2] as number
    const s0 = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3)
    const s1 = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10)
    schedule[t] = ((schedule[t - 16] as number) + s0 + (schedule[t - 7] as number) + s1) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[t] as number) + (schedule[t] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = ((state[0] as number) + a) | 0
  state[1] = ((state[1] as number) + b) | 0
  state[2] = ((state[2] as number) + c) | 0
  state[3] = ((state[3] as number) + d) | 0
  state[4] = ((state[4] as number) + e) | 0
  state[5] = ((state[5] as number) + f) | 0
  state[6] = ((state[6] as number) + g) | 0
  state[7] = ((state[7] as number) + h) | 0
}

const load = (schedule: Int32Array, bytes: Uint8Array, start: number): void => {
  for (let word = 0, at = start; word < 16; word++, at += 4)
    schedule[word] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
}

const encoder = new TextEncoder()

/** SHA-256 of a text (as UTF-8) or of bytes, as 64 lower-case hexadecimal digits. */
export const sha256 = (input: string | Uint8Array): string => {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input
  const state = Int32Array.from(START)
  const schedule = new Int32Array(64)
  const whole = bytes.length >>> 6
  for (let block = 0; block < whole; block++) {
    load(schedule, bytes, block << 6)
    compress(state, schedule)
  }
  // The rest, a one bit, zeros, and the length in bits fill one or two more blocks.
  const rest = bytes.length & 63
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(bytes.subarray(bytes.length - rest))
  tail[rest] = 0x80
  for (let start = 0; start < tail.length; start += 64) {
    load(schedule, tail, start)
    if (start + 64 === tail.length) {
      schedule[14] = Math.floor(bytes.length / 0x2000_0000) | 0
      schedule[15] = bytes.length << 3
    }
    compress(state, schedule)
  }
  let out = ''
  for (const word of state) out += hex(word)
  return out
}

/** A digest as the contract writes it: `sha256:` and 64 hexadecimal digits. */
export const digest = (input: string | Uint8Array): string => `sha256:${sha256(input)}`
