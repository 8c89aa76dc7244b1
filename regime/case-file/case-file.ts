import type { EditionDocuments } from '../evaluation/edition.ts'
import type { EntryHeader } from '../journal/entry-text.ts'
import { canonicalise } from '../kernel/canonical.ts'
import { digest } from '../kernel/sha256.ts'
import type { SubmissionContent } from './submission-text.ts'

/** Name and version of the format (docs/verifying.md). What a version says never changes meaning. */
export const CASE_FILE_FORMAT = 'tidu-case/1'

/** One case in one document, with everything it takes to repeat its evaluation without any other source (B3). */
export interface CaseFile {
  readonly format: typeof CASE_FILE_FORMAT
  readonly case: {
    readonly id: string
    /** Code of the authority in whose chain the case stands. */
    readonly authority: string
    readonly batch: { readonly id: string; readonly documentNumber: string; readonly title: string }
    /** Where the case stands; only with the acts complete and opened, as officers have them. */
    readonly step?: string
  }
  readonly editions: { readonly standard: FiledEdition; readonly eligibility: FiledEdition }
  /** Everything the firm handed in, the first submission first. */
  readonly submissions: readonly FiledSubmission[]
  readonly acts: readonly FiledAct[]
  /** `sha256:…` of the canonical form of all the rest. */
  readonly seal: string
}

/** An edition the batch pinned, with the documents its digest covers. */
export interface FiledEdition {
  readonly id: string
  readonly edition: string
  readonly documents: EditionDocuments
}

/** A submission as it was frozen; `digest` and `receipt` are what the firm holds. */
export interface FiledSubmission extends Omit<SubmissionContent, 'case'> {
  readonly id: string
  readonly round: number
  readonly digest: string
  readonly receipt: string
  readonly declaredBy: string
}

/** An act of the case as it stands in the journal: either opened, or told in words. */
export interface FiledAct {
  /** What `digest` covers. */
  readonly entry: EntryHeader
  readonly digest: string
  /** Who acted and what the act carries. */
  readonly opened?: {
    readonly person: string | null
    readonly name: string | null
    readonly payload: object
    readonly salt: string
  }
  /** What a reader is told who does not get the act opened. */
  readonly told?: readonly string[]
}

/** The seal over everything else in a file. */
export const sealOf = ({ seal: _, ...rest }: Omit<CaseFile, 'seal'> & { readonly seal?: string }): string =>
  digest(canonicalise(rest))

/** The bytes of a case file as text: canonical, so that the same case gives the same file. */
export const caseFileText = (file: CaseFile): string => canonicalise(file)

/**
 * Where values stand that only the seal covers: they are not part of any digest a receipt or the journal carries, so
 * whoever makes a new seal can change them unnoticed.
 */
export const sealedOnly: readonly { readonly path: RegExp; readonly what: string }[] = [
  { path: /^\/case\/batch\/(documentNumber|title)$/, what: '批次的文号和名称' },
  { path: /^\/submissions\/\d+\/declaredBy$/, what: '声明人姓名' },
  { path: /^\/acts\/\d+\/opened\/name$/, what: '办理人员姓名（人员编号受保护）' },
  { path: /^\/acts\/\d+\/told\/\d+$/, what: '未公开内容的行为的文字说明' },
]
