import type { Kysely } from 'kysely'
import type { ServedFile } from '../../contract/bytes.ts'
import type { EvidenceType } from '../../contract/evidence-rule.ts'
import type { Database } from '../store/database.ts'
import { inScope, type Scope } from '../store/scope.ts'
import { getEvidence } from './findUpload.ts'
import type { EvidenceStore } from './store.ts'

// Pictures run in a sandbox. A PDF cannot: Chromium before 2020 and Safari then refuse to show it at all, and later
// Chromium ignores it there. Its type is fixed and never guessed, so a viewer is all that ever opens it.
const policies: Readonly<Record<EvidenceType, string>> = {
  'application/pdf': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'image/jpeg': "default-src 'none'; sandbox; frame-ancestors 'self'",
  'image/png': "default-src 'none'; sandbox; frame-ancestors 'self'",
}

/** The content of one piece of evidence for whoever may see it in `scope`; shown in place, or offered for saving. */
export const serveEvidence = async (
  db: Kysely<Database>,
  store: EvidenceStore,
  scope: Scope,
  { authority, id, download }: { readonly authority: string; readonly id: string; readonly download: boolean },
): Promise<ServedFile> => {
  const { mediaType, name, bytes, sha256 } = await inScope(db, scope, (tx) => getEvidence(tx, authority, id))
  // The row promises it: a store that lost it (restored without its files) is a failure of ours, and said so in the log.
  if (!(await store.holds(sha256)))
    throw new Error(`evidence ${authority}/${id}: content ${sha256} is not in the store`)
  return {
    type: mediaType,
    name,
    length: bytes,
    content: (from, to) => store.content(sha256, from, to),
    ...(!download && { inPlace: { policy: policies[mediaType] } }),
  }
}
