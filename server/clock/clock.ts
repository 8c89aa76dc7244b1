/** Where the law's time comes from. Sessions and login limits never use it: they run on the machine's own time. */
export interface Clock {
  /** The instant now, ISO 8601 in UTC. */
  now(): Promise<string>
}

/** The machine's own time; the only clock of a production system. */
export const systemClock: Clock = { now: async () => new Date().toISOString() }
