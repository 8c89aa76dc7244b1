import { type FlatModule, flatSource } from '../regime/evaluation/flat/flat-source.ts'
import type { Plan } from '../regime/evaluation/plan/plan.ts'

/** The flat code of a plan as a module of this process; Node only. */
export const loadFlat = async (plan: Plan): Promise<FlatModule> =>
  (await import(`data:text/javascript,${encodeURIComponent(flatSource(plan))}`)) as FlatModule
