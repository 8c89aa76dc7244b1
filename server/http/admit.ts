import type { Audience } from '../../contract/route.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'

/** Refuses at the door whoever a route is not for: `session.required`, or `session.not-admitted` (第五条). */
export const admit = (who: Audience, actor: Actor): void => {
  if (who === 'anyone') return
  if (actor.kind === 'public') throw new Refusal('session.required')
  if (who !== 'signed-in' && !(who as readonly string[]).includes(actor.kind)) throw new Refusal('session.not-admitted')
}
