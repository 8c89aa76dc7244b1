import type { Relation } from '../definition.ts'
import type { Verdict } from '../explanation.ts'

/** How a relation is put in words once judged, before the threshold. */
export const relationWords: { readonly [R in Exclude<Relation, 'is'>]: { readonly [V in 'met' | 'unmet']: string } } = {
  'at-least': { met: '不低于', unmet: '低于' },
  'at-most': { met: '不超过', unmet: '超过' },
  above: { met: '超过', unmet: '不超过' },
  below: { met: '低于', unmet: '不低于' },
}

/** Sign of a relation, for a threshold beside a formula. */
export const relationSigns: { readonly [R in Exclude<Relation, 'is'>]: string } = {
  'at-least': '≥',
  'at-most': '≤',
  above: '＞',
  below: '＜',
}

/** What a verdict is called. */
export const verdictWords: { readonly [V in Verdict]: string } = {
  met: '满足',
  unmet: '不满足',
  undetermined: '尚不能判断',
}
