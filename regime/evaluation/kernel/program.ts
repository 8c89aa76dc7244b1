// A standard as a straight line of small calculations over the columns of one enterprise. Every way of running it —
// JavaScript, WebAssembly, SQL — prints this one program, so that they cannot differ in what they decide.

export type CompareOperator = '>=' | '<=' | '>' | '<'

/** A double: a column, a constant, a value named before, or arithmetic that stays exact within the columns' limit. */
export type Real =
  | { readonly op: 'column'; readonly index: number }
  | { readonly op: 'real'; readonly value: number }
  | { readonly op: 'get'; readonly name: string }
  | { readonly op: 'plus' | 'minus' | 'times'; readonly left: Real; readonly right: Real }
  | { readonly op: 'size'; readonly of: Real }

/** A small whole number, or a truth value as 0 and 1. */
export type Whole =
  | { readonly op: 'whole'; readonly value: number }
  | { readonly op: 'read'; readonly name: string }
  | { readonly op: 'known'; readonly of: Real }
  | { readonly op: 'compare'; readonly operator: CompareOperator; readonly left: Real; readonly right: Real }
  | { readonly op: 'equal' | 'at-least' | 'less'; readonly left: Whole; readonly right: Whole }
  | { readonly op: 'and' | 'or' | 'add'; readonly left: Whole; readonly right: Whole }
  | { readonly op: 'least' | 'most'; readonly left: Whole; readonly right: Whole }
  | { readonly op: 'choose'; readonly when: Whole; readonly then: Whole; readonly otherwise: Whole }

export type Step =
  | { readonly kind: 'real'; readonly name: string; readonly value: Real }
  | { readonly kind: 'whole'; readonly name: string; readonly value: Whole }

/** Steps in order, then what goes to which byte of the packed result. */
export interface Program {
  readonly steps: readonly Step[]
  readonly outputs: readonly { readonly offset: number; readonly name: string }[]
}

export const column = (index: number): Real => ({ op: 'column', index })
export const real = (value: number): Real => ({ op: 'real', value })
export const plus = (left: Real, right: Real): Real => ({ op: 'plus', left, right })
export const minus = (left: Real, right: Real): Real => ({ op: 'minus', left, right })
export const size = (of: Real): Real => ({ op: 'size', of })

/** A product; by one it is the factor itself. */
export const times = (left: Real, factor: Real): Real =>
  factor.op === 'real' && factor.value === 1 ? left : { op: 'times', left, right: factor }

export const whole = (value: number): Whole => ({ op: 'whole', value })
export const known = (of: Real): Whole => ({ op: 'known', of })
export const compare = (left: Real, operator: CompareOperator, right: Real): Whole => ({
  op: 'compare',
  operator,
  left,
  right,
})
export const equal = (left: Whole, right: Whole): Whole => ({ op: 'equal', left, right })
export const atLeast = (left: Whole, right: Whole): Whole => ({ op: 'at-least', left, right })
export const less = (left: Whole, right: Whole): Whole => ({ op: 'less', left, right })
export const choose = (when: Whole, then: Whole, otherwise: Whole): Whole => ({ op: 'choose', when, then, otherwise })

const folded =
  (op: 'and' | 'or' | 'add' | 'least' | 'most') =>
  (parts: readonly Whole[]): Whole =>
    parts.reduce((left, right) => ({ op, left, right }))

export const every = folded('and')
export const some = folded('or')
export const sum = folded('add')
export const least = folded('least')
export const most = folded('most')
