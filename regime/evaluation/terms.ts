import type { SizeTerms } from '../eligibility/size.ts'
import type { Fraction } from '../kernel/fraction.ts'
import type { Stamp } from './anniversary.ts'
import type { RightKind } from './facts.ts'

/**
 * The terms of one instrument: what its standards mean by class-I rights, by 近三年, by equity financing. They differ
 * between editions, so they are data (standards/<instrument>/terms.yaml), read by `readTerms`. A part that an instrument
 * does not need is absent, and a metric that needs an absent part does not load.
 */
export interface Terms {
  readonly rights?: RightsTerms
  readonly awards?: WindowTerms
  readonly contest?: ContestTerms
  readonly financing?: FinancingTerms
  readonly incidents?: IncidentTerms
  readonly size?: SizeTerms
}

/** Every term rests on a citation; `uncertain` labels a reading that awaits confirmation. */
export interface Cited {
  readonly cite: string
  readonly uncertain?: string
}

export interface RightsTerms extends Cited {
  readonly classOne: Cited & { readonly kinds: ReadonlySet<RightKind> }
  /** Absent where the edition knows no class II. */
  readonly classTwo?: Cited & {
    readonly kinds: ReadonlySet<RightKind>
    /** Kinds that must have been kept longer than so many years after grant. */
    readonly keptKinds: ReadonlySet<RightKind>
    readonly keptYears: number
  }
  /** A right acquired by transfer: `never` counts, or not within so many years. */
  readonly transferred: Cited & ({ readonly rule: 'never' } | { readonly rule: 'not-within'; readonly years: number })
  /** Position among the right holders, where the edition asks for one. */
  readonly ownerRank?: Cited & { readonly atMost: number }
  /** Absent where the edition knows no high-value rights. */
  readonly highValue?: Cited & {
    readonly keptYears: number
    readonly inventions: ReadonlySet<RightKind>
    readonly offices: ReadonlySet<string>
  }
}

/** 近三年 of awards: from 1 January of Y − years to asOf. */
export interface WindowTerms extends Cited {
  readonly years: number
}

export interface ContestTerms extends WindowTerms {
  /** Only lists published from this day on. */
  readonly firstList: Stamp
  readonly group: string
}

export interface FinancingTerms extends Cited {
  /** Share sold, in millionths of a percent, at most. */
  readonly dilutionAtMost: number
  readonly dilution: Fraction
}

/** 近三年未发生: rolling, asOf minus so many years. */
export interface IncidentTerms extends Cited {
  readonly years: number
}
