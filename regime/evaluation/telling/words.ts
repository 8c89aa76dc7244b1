import type { Band, Explanation, Note, Points, Verdict } from '../explanation.ts'
import type { Mark } from './outline.ts'

/** Of a whole result. */
export const outcomeWords: { readonly [V in Verdict]: string } = {
  met: '达到',
  unmet: '达不到',
  undetermined: '还不能确定',
}

const signs: { readonly [V in Verdict]: Mark['sign'] } = { met: '√', unmet: '×', undetermined: '？' }

// An entry counts, a reason holds, a condition is met.
const words: { readonly [K in 'item' | 'reason' | 'other']: { readonly [V in Verdict]: string } } = {
  item: { met: '计入', unmet: '不计入', undetermined: '能否计入未定' },
  reason: { met: '符合', unmet: '不符合', undetermined: '未定' },
  other: { met: '满足', unmet: '不满足', undetermined: '未定' },
}

/** A verdict in the word that fits what it is about. */
export const markOf = (kind: Explanation['kind'], verdict: Verdict): Mark => ({
  verdict,
  word: words[kind === 'item' || kind === 'reason' ? kind : 'other'][verdict],
  sign: signs[verdict],
})

export const bandWords: { readonly [S in Band['state']]: string } = { hit: '在这一档', open: '还可能', missed: '' }

export const noteLabels: { readonly [K in Note['kind']]: string } = {
  definition: '口径',
  edge: '边界',
  exemption: '豁免',
  uncertain: '待核口径',
}

/** 70–80 while open, 70 when certain. */
export const pointsText = ({ min, max }: Points): string => (min === max ? `${min}` : `${min}–${max}`)

/** What every result computed from a firm's own statements must say of itself. */
export const unverified = '本结果依所填事实计算，未经核实，不代表评价或认定结论。'

export const outOfForce = '申报日不在本标准施行期间内，结果仅供参照。'

export const unanswered = '未填'
