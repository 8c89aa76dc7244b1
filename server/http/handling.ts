import type { Contract, Noun, RouteDefinition, RouteGiven, RouteTaken } from '../../contract/route.ts'
import type { Context, WriteContext } from './context.ts'

/** A handler of one route: the checked input and the context in, the answer out; refusals are thrown. */
export type Handler<R extends RouteDefinition> = (
  input: RouteTaken<R>,
  context: R['method'] extends 'GET' ? Context : WriteContext,
) => Promise<RouteGiven<R>>

/** The handlers of one noun: `export const sessionHandlers: Handlers<typeof contract.session> = { … }`. */
export type Handlers<N extends Noun> = { readonly [A in keyof N]: Handler<N[A]> }

/** The handlers of a whole contract; a route without a handler does not compile. */
export type ContractHandlers<C extends Contract> = { readonly [N in keyof C]: Handlers<C[N]> }
