import { loadEdition } from '../evaluation/edition.ts'
import { StandardRefusal } from '../evaluation/loading/standard-refusal.ts'
import type { Standard } from '../evaluation/standard.ts'
import type { CaseFile } from './case-file.ts'
import { type Check, compared, failed } from './check.ts'

export type EditionKey = keyof CaseFile['editions']

/** How an edition is called in sentences. */
export const editionNames: { readonly [K in EditionKey]: string } = { standard: '评价标准', eligibility: '参评条件' }

/** Reads an edition from its documents and holds its digest against the recorded one (R8.1). */
export const checkEdition = (
  { editions }: CaseFile,
  key: EditionKey,
): { readonly checks: readonly Check[]; readonly standard?: Standard } => {
  const { id, edition, documents } = editions[key]
  const pointer = `/editions/${key}`
  const what = `${editionNames[key]}（${id}）：由案卷内的标准文本重新计算版本摘要`
  try {
    const { standard } = loadEdition(documents)
    const computed = { id: standard.id, edition: standard.edition }
    return { checks: [compared(what, pointer, { id, edition }, computed)], standard }
  } catch (refusal) {
    if (!(refusal instanceof StandardRefusal)) throw refusal
    const place = ['documents', ...refusal.path].join('/')
    return { checks: [failed(what, `${pointer}/${place}`, `标准文本不能读取：${refusal.problem}`)] }
  }
}
