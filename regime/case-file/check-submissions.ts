import { judge } from '../evaluation/evaluate.ts'
import { FactsRefusal } from '../evaluation/facts-refusal.ts'
import { parseFacts } from '../evaluation/parse-facts.ts'
import type { Standard } from '../evaluation/standard.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { CaseFile, FiledSubmission } from './case-file.ts'
import { type Check, compared, failed } from './check.ts'
import { type EditionKey, editionNames } from './check-editions.ts'
import { submissionText } from './submission-text.ts'

/** Evaluates the facts again and holds the result against the recorded one, byte by byte (B3). */
const checkResult = (
  submission: FiledSubmission,
  at: string,
  which: string,
  key: EditionKey,
  standard: Standard | undefined,
): Check => {
  const [recorded, pointer] =
    key === 'standard' ? [submission.result, `${at}/result`] : [submission.eligibility, `${at}/eligibility`]
  const what = `${which}：按${editionNames[key]}重新评价全部事实，与当时的结果逐字节比较`
  if (!standard) return failed(what, pointer, `${editionNames[key]}不能读取，无从评价`)
  try {
    return compared(what, pointer, recorded, judge(standard, parseFacts(submission.facts)).result)
  } catch (refusal) {
    if (!(refusal instanceof FactsRefusal)) throw refusal
    return failed(what, `${at}/facts${refusal.pointer}`, `${refusal.problem}；应为${refusal.allowed}`)
  }
}

/** The act by which a submission was handed in, as the journal has it. */
const handedIn = (file: CaseFile, { id }: FiledSubmission) =>
  file.acts.find(
    ({ entry, opened }) =>
      entry.act === 'application.submit' &&
      (opened?.payload as { submission?: unknown } | undefined)?.submission === id,
  )

/** Everything about one submission: both results, its digest, and that receipt and journal carry the same. */
export const checkSubmission = (
  file: CaseFile,
  position: number,
  standards: { readonly [K in EditionKey]: Standard | undefined },
): readonly Check[] => {
  const submission = file.submissions[position] as FiledSubmission
  const at = `/submissions/${position}`
  const which = `第 ${submission.round} 次提交`
  const digest = sha256(submissionText({ case: file.case.id, ...submission }))
  const act = handedIn(file, submission)
  const receipt = `${which}：回执 ${submission.receipt} 与办理记录中的提交行为一致`
  const { id, receipt: number, at: instant } = submission
  return [
    compared(`${which}：提交的次序`, `${at}/round`, submission.round, position + 1),
    checkResult(submission, at, which, 'standard', standards.standard),
    checkResult(submission, at, which, 'eligibility', standards.eligibility),
    compared(`${which}：重新计算回执上的内容摘要`, `${at}/digest`, submission.digest, digest),
    act
      ? compared(
          receipt,
          at,
          { submission: id, digest: submission.digest, receipt: number, at: instant },
          { ...act.opened?.payload, at: act.entry.at },
        )
      : failed(receipt, at, '办理记录里没有这一次提交'),
  ]
}
