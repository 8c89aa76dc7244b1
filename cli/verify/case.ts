import { type CaseFile, caseFileText } from '../../regime/case-file/case-file.ts'
import { isEqual } from '../../regime/case-file/check.ts'
import { CaseFileRefusal, readCaseFile } from '../../regime/case-file/read-case-file.ts'
import { verifyCaseFile } from '../../regime/case-file/verify-case-file.ts'
import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { parseJson, refuseRepeatedKeys } from '../evaluate/parse-json.ts'
import { readWhole, whyUnreadable } from '../evaluate/read-whole.ts'
import { caseReport } from './case-report.ts'

/** What was found, for people and programs alike. */
export interface CaseFindings {
  readonly file: CaseFile
  readonly checks: ReturnType<typeof verifyCaseFile>
  /** Every check holds. */
  readonly equal: boolean
  /** The text is the canonical one; another layout of the same values is no difference. */
  readonly canonical: boolean
}

/** Checks the text of a case file; throws a refusal for what is none. */
export const findingsOf = (text: string): CaseFindings => {
  const value = parseJson(text)
  refuseRepeatedKeys(text, value)
  const file = readCaseFile(value)
  const checks = verifyCaseFile(file)
  return { file, checks, equal: checks.every(isEqual), canonical: text.trimEnd() === caseFileText(file) }
}

/** One line of JSON; a value that is not there is left out. */
const asJson = ({ file, checks, equal, canonical }: CaseFindings): string =>
  JSON.stringify({
    format: file.format,
    case: file.case.id,
    equal,
    canonical,
    checks: checks.map((check) => ({ ...check, equal: isEqual(check) })),
  })

/** `tidu verify case FILE`: repeats a decision from its file alone and says in Chinese what holds and what does not. */
export const verifyCase = async (path: string, json: boolean): Promise<number> => {
  try {
    const findings = findingsOf(await readWhole(path))
    process.stdout.write(json ? `${asJson(findings)}\n` : caseReport(findings))
    return findings.equal ? 0 : 1
  } catch (refusal) {
    if (refusal instanceof FactsRefusal || refusal instanceof CaseFileRefusal) console.error(refusal.message)
    else {
      const reason = whyUnreadable(refusal, path)
      if (reason === undefined) throw refusal
      console.error(reason)
    }
    return 2
  }
}
