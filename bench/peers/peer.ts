/** A right with its reasons judged already, for the engine that can count a list. */
export interface PeerRight {
  readonly inForce: boolean
  readonly related: boolean
  readonly high: boolean
  readonly own: boolean
}

/** A firm as peers take it: amounts in 万元 as doubles, lists counted, rights by their best option (0 none … 4). */
export interface PeerFacts {
  readonly patents: readonly PeerRight[]
  readonly rights: number
  readonly rd: number
  readonly revenue: number
  readonly main: number
  readonly before: number
  readonly debt: number
  readonly assets: number
  readonly emerging: boolean
  readonly awards: number
  readonly honours: number
  readonly institutions: number
  readonly equity: number
}

/** What every peer has to say: the outcome, the total, the three subtotals and the option of each indicator. */
export interface PeerResult {
  readonly pass: boolean
  readonly total: number
  readonly subtotals: readonly [innovation: number, growth: number, specialisation: number]
  /** Letters of I1 … I6. */
  readonly options: readonly string[]
}

/** Another engine with miit-2022-63/innovative in its own form. */
export interface Peer {
  readonly name: string
  /** Evaluates with whatever explanation it has. */
  evaluate(facts: PeerFacts): Promise<PeerResult> | PeerResult
}

/** Imports one of the packages installed for the run. */
export type Load = (name: string) => Promise<{ readonly [key: string]: never }>

/** Ratios with bands, best first, as every peer needs them: lower edge in percent and points; below all of them 0. */
export const ratios = [
  { id: 'I2', over: 'rd', under: 'revenue', edges: [5, 3, 2, 1], points: [20, 15, 10, 5] },
  { id: 'I3', over: 'main', under: 'before', edges: [15, 10, 5, 0], points: [20, 15, 10, 5], growth: true },
  { id: 'I6', over: 'main', under: 'revenue', edges: [70, 60, 55, 50], points: [20, 15, 10, 5] },
] as const

export const LETTERS = 'ABCDE'
