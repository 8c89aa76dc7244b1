import { type CaseFile, sealOf } from './case-file.ts'
import { type Check, compared } from './check.ts'
import { checkActs } from './check-acts.ts'
import { checkEdition } from './check-editions.ts'
import { checkSubmission } from './check-submissions.ts'

/**
 * Recomputes everything a case file lets one recompute, with nothing but the file and this program (B3): the seal, both
 * editions, every submission's results and digest, the receipts, the acts and where they lead. In the order in which a
 * reader wants to know; a file that was changed in any single value has at least one check that does not hold.
 */
export const verifyCaseFile = (file: CaseFile): readonly Check[] => {
  const standard = checkEdition(file, 'standard')
  const eligibility = checkEdition(file, 'eligibility')
  const standards = { standard: standard.standard, eligibility: eligibility.standard }
  return [
    compared('整份案卷的封签', '/seal', file.seal, sealOf(file)),
    ...standard.checks,
    ...eligibility.checks,
    ...file.submissions.flatMap((_one, position) => checkSubmission(file, position, standards)),
    ...checkActs(file),
  ]
}
