import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { ActName } from '../../regime/procedure/payloads.ts'
import type { Step } from '../../regime/procedure/steps.ts'
import type { ListKind } from './tables.ts'

type Prefix = 'notice' | 'province-notice' | 'filing' | 'announcement'

/** How the procedure table names the acts of a list: the notice is the province's own when the province issues it. */
export const prefixOf = (kind: ListKind, issuer: string): Prefix =>
  kind === 'notice' && issuer === PROVINCE ? 'province-notice' : kind

/** The act of the table for a list. */
export const listAct = <V extends 'list' | 'unlist'>(
  kind: ListKind,
  issuer: string,
  verb: V,
): ActName & `${string}.${V}` => `${prefixOf(kind, issuer)}.${verb}` as ActName & `${string}.${V}`

/** Where a case stands when it can be put on such a list. */
export const readyStep = (kind: ListKind, issuer: string): Step => `${prefixOf(kind, issuer)}-ready` as Step
