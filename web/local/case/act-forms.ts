import { rejectionReasons, returnReasons } from '../../../regime/procedure/reasons.ts'

/** What an act asks of the officer before it is done. */
export type ActForm = 'note' | 'optional-note' | 'return' | 'reject' | 'schedule' | 'spot-check' | 'spot-check-reject'

/** The form of each act a desk offers. An act that is not here has a page of its own. */
export const actForms: Readonly<Record<string, ActForm>> = Object.freeze({
  'review.accept': 'optional-note',
  'review.reject': 'reject',
  'review.return': 'return',
  'review.confirm': 'optional-note',
  'review.send-back': 'note',
  'visit.schedule': 'schedule',
  'visit.accept': 'optional-note',
  'visit.reject': 'reject',
  'visit.return': 'return',
  'visit.repeat': 'note',
  'visit.confirm': 'optional-note',
  'visit.send-back': 'note',
  'spot-check.accept': 'spot-check',
  'spot-check.reject': 'spot-check-reject',
  'spot-check.confirm': 'optional-note',
  'spot-check.send-back': 'note',
})

/** The order and weight of the buttons: the way forward first, what takes away last. */
export const actTone = (act: string): 'primary' | 'quiet' | 'danger' => {
  if (act.endsWith('.reject')) return 'danger'
  return /\.(accept|confirm|schedule)$/.test(act) ? 'primary' : 'quiet'
}

/** Whether the act takes the firm a step on: passing it, or agreeing to a proposal to pass it. */
export const movesForward = (act: string, proposed: 'accept' | 'reject' | undefined): boolean =>
  act.endsWith('.accept') || (act.endsWith('.confirm') && proposed === 'accept')

export const returnChoices = Object.entries(returnReasons).map(([value, label]) => ({ value, label }))
export const rejectionChoices = Object.entries(rejectionReasons).map(([value, { label, article }]) => ({
  value,
  label: `${label}（${article}）`,
}))
