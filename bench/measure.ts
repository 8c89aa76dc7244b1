/** The middle of some numbers. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Milliseconds this thread has computed: neighbours on a shared machine do not count. */
export const computed = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds all threads of this process have computed, for engines that work on threads of their own. */
export const computedByAll = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Calls per slice so that one takes about `milliseconds`; runs the work for that long as it finds out. */
const calibrate = (work: () => void, milliseconds: number): number => {
  for (let calls = 1; ; calls *= 2) {
    const begun = computed()
    for (let call = 0; call < calls; call++) work()
    const taken = computed() - begun
    if (taken >= milliseconds / 2) return Math.max(1, Math.round((calls * milliseconds) / taken))
  }
}

/**
 * Milliseconds of computing per call of several works that do the same, measured in turns so that a noisy moment meets all of them:
 * the median over the rounds.
 */
export const compare = (
  works: { readonly [name: string]: () => void },
  { rounds = 9, milliseconds = 60 } = {},
): { readonly [name: string]: number } => {
  const each = Object.entries(works).map(([name, work]) => {
    calibrate(work, milliseconds)
    return { name, work, calls: calibrate(work, milliseconds), times: [] as number[] }
  })
  for (let round = 0; round < rounds; round++)
    for (const { work, calls, times } of each) {
      const begun = computed()
      for (let call = 0; call < calls; call++) work()
      times.push((computed() - begun) / calls)
    }
  return Object.fromEntries(each.map(({ name, times }) => [name, median(times)]))
}
