import { organisationCodeAgrees } from '../kernel/organisation-code.ts'
import { describeUsccFault, findUsccFault, normaliseUscc } from '../kernel/uscc.ts'

/** What a typed 统一社会信用代码 is found to be. */
export interface UsccReading {
  /** Brought to the form of the standard: upper case, half-width, no white space. */
  readonly uscc: string
  /** Why it is not a code of GB 32100, in words; the place counted from 1 where one can be named. */
  readonly problem?: { readonly text: string; readonly position?: number | undefined } | undefined
  /** True when position 17 does not agree with GB 11714: some early codes don't, so it only warns. */
  readonly organisationCodeDiffers: boolean
  /** 92…: an individual business, no legal person, so 第三条 stops it; it may register all the same. */
  readonly individualBusiness: boolean
}

/**
 * Reads a code as typed. For a wrong check character it names the place and the reason, never the character that would
 * fit: a code is copied from the licence, not completed.
 */
export const readUscc = (typed: string): UsccReading => {
  const uscc = normaliseUscc(typed)
  const fault = findUsccFault(uscc)
  const common = {
    uscc,
    organisationCodeDiffers: fault === undefined && !organisationCodeAgrees(uscc),
    individualBusiness: uscc.startsWith('92'),
  }
  if (!fault) return common
  if (fault.kind === 'check-digit')
    return {
      ...common,
      problem: {
        text: `第 18 位“${fault.given}”是校验码，与前 17 位不相符：其中至少有一位抄错，或者次序颠倒`,
        position: 18,
      },
    }
  const text = describeUsccFault(fault)
  return { ...common, problem: fault.kind === 'character' ? { text, position: fault.position + 1 } : { text } }
}
