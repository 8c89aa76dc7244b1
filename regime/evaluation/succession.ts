import type { Day } from '../kernel/day.ts'

/** An edition in force for new batches: its document's interval, and from which day batches may choose it. */
export interface Reign {
  readonly id: string
  readonly tier: string
  readonly edition: string
  /** Interval its own document states. */
  readonly from: Day
  readonly to: Day | null
  /** First opening day of the batches that may choose it. */
  readonly effectiveOn: Day
}

/** A standard that is to join those in force. */
export type Claimant = Pick<Reign, 'id' | 'tier' | 'edition' | 'from' | 'to'>

/** How a standard is called before people: its title and the number of its document. */
export interface Called {
  readonly title: string
  readonly instrument: string
}

const nameOf = ({ title, instrument }: Called): string => `“${title}”（${instrument}）`

const covers = ({ from, to }: Pick<Reign, 'from' | 'to'>, day: Day): boolean =>
  from <= day && (to === null || day <= to)

/**
 * Why a standard cannot join those of its tier, as one sentence; undefined where it can. It supersedes an open-ended one from
 * its own first day, and a corrected reading supersedes what has its id; two that begin the same day, or one within the
 * closed interval of another, would leave it open which applies.
 */
export const conflictOf = (claimant: Claimant, reigns: readonly (Reign & Called)[]): string | undefined => {
  const known = reigns.find(({ edition }) => edition === claimant.edition)
  if (known) return `与已施行的${nameOf(known)}内容完全相同`
  const own = reigns.find(({ id, from }) => id === claimant.id && from === claimant.from)
  // A corrected reading stands in the place of what it corrects.
  if (own && own.to === claimant.to) return undefined
  const others = reigns.filter(({ tier, id }) => tier === claimant.tier && id !== claimant.id)
  const twin = others.find(({ from }) => from === claimant.from)
  if (twin) return `与${nameOf(twin)}同一天（${twin.from}）开始施行，同一层次会有两个标准`
  for (const other of others) {
    if (other.to !== null && covers(other, claimant.from))
      return `开始施行的日期落在${nameOf(other)}的施行期间（${other.from} 至 ${other.to}）之内，同一层次会有两个标准`
    if (claimant.from < other.from && (claimant.to === null || claimant.to >= other.from))
      return `施行期间延伸到${nameOf(other)}开始施行的 ${other.from} 之后，同一层次会有两个标准`
  }
  return undefined
}

/** What batches of a tier opening on `day` may choose, the current one first; one that is over or superseded says so. */
export type ReignState = 'current' | 'superseded' | 'over'

export const reignsOn = <R extends Reign>(
  reigns: readonly R[],
  tier: string,
  day: Day,
): readonly (R & { readonly state: ReignState })[] => {
  const latest = (a: Reign, b: Reign): number =>
    b.from.localeCompare(a.from) || b.effectiveOn.localeCompare(a.effectiveOn)
  const begun = reigns
    .filter((reign) => reign.tier === tier && reign.from <= day && reign.effectiveOn <= day)
    .sort(latest)
  const current = begun.find((reign) => covers(reign, day))
  const stateOf = (reign: R): ReignState => {
    if (reign === current) return 'current'
    return covers(reign, day) ? 'superseded' : 'over'
  }
  return begun
    .map((reign) => ({ ...reign, state: stateOf(reign) }))
    .sort((a, b) => Number(b.state === 'current') - Number(a.state === 'current'))
}

/** The edition of its tier that `claimant` is to follow: the same id's latest, else the latest that begins before it. */
export const predecessorOf = <R extends Reign>(claimant: Claimant, reigns: readonly R[]): R | undefined => {
  const others = reigns.filter(({ tier, edition }) => tier === claimant.tier && edition !== claimant.edition)
  const last = (list: readonly R[]): R | undefined =>
    [...list].sort((a, b) => a.from.localeCompare(b.from) || a.effectiveOn.localeCompare(b.effectiveOn))[
      list.length - 1
    ]
  return last(others.filter(({ id }) => id === claimant.id)) ?? last(others.filter(({ from }) => from < claimant.from))
}
