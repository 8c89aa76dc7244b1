import { organisationCheckDigit } from '../../regime/kernel/organisation-code.ts'
import { usccCheckDigit } from '../../regime/kernel/uscc.ts'

/**
 * An invented code in the form of GB 32100: its body says DEM, so that nobody takes it for a real one; both check digits
 * are right. `serial` 0–99999.
 */
export const demoUscc = (authority: string, serial: number): string => {
  const body = `DEM${String(serial).padStart(5, '0')}`
  const code = `91${authority}${body}${organisationCheckDigit(body)}`
  return `${code}${usccCheckDigit(code)}`
}
