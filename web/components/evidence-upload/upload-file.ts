import type { Evidence, EvidenceOwner, Upload } from '../../../contract/evidence.ts'
import { evidenceRule } from '../../../contract/evidence-rule.ts'
import type { Api } from '../../api.ts'
import { problemOf } from '../../shell/problem.ts'

/** What the uploading of one file knows from try to try. */
export interface Course {
  readonly owner: EvidenceOwner
  readonly file: Blob
  readonly name: string
  readonly sha256: string
  /** Key of the beginning: the same file begun twice with it is one upload. */
  readonly key: string
  /** Once begun. */
  upload: Pick<Upload, 'authority' | 'id'> | undefined
}

export interface Watch {
  readonly signal: AbortSignal
  readonly onSent: (bytes: number) => void
  readonly onBegun: (upload: Pick<Upload, 'authority' | 'id'>) => void
}

/** Tries at finding the place again before an upload is given up. */
const MISPLACED = 5

const codeOf = (error: unknown): string => problemOf(error).code

/** Where the server says the next byte belongs, when that is why it refused a piece. */
const placeIn = (error: unknown): number | undefined => {
  if (codeOf(error) !== 'upload.offset') return undefined
  const { received } = (error as { details?: { received?: unknown } }).details ?? {}
  return typeof received === 'number' ? received : undefined
}

/**
 * Sends a file from wherever its upload stands, and finishes it. Throws what the API throws; call it again with the same
 * course to go on after a broken connection, also in another page load.
 */
export const uploadFile = async (api: Pick<Api, 'uploads'>, course: Course, watch: Watch): Promise<Evidence> => {
  const upload = await takeUp(api, course, watch)
  if (upload.evidence) return upload.evidence
  await sendRest(api, upload, course.file, watch)
  return api.uploads.finish({ params: { authority: upload.authority, upload: upload.id } }, { signal: watch.signal })
}

const takeUp = async (api: Pick<Api, 'uploads'>, course: Course, { signal, onBegun }: Watch): Promise<Upload> => {
  const { owner, file, name, sha256, key } = course
  if (course.upload) {
    const { authority, id } = course.upload
    try {
      return await api.uploads.state({ params: { authority, upload: id } }, { signal })
    } catch (error) {
      if (codeOf(error) !== 'upload.not-found') throw error
    }
  }
  const upload = await api.uploads.begin({ body: { owner, name, bytes: file.size, sha256 } }, { key, signal })
  course.upload = { authority: upload.authority, id: upload.id }
  onBegun(course.upload)
  return upload
}

const sendRest = async (
  api: Pick<Api, 'uploads'>,
  { authority, id, received }: Upload,
  file: Blob,
  { signal, onSent }: Watch,
): Promise<void> => {
  let misplaced = 0
  for (let at = received; at < file.size; ) {
    onSent(at)
    const body = file.slice(at, at + evidenceRule.pieceBytes)
    try {
      const sent = await api.uploads.append(
        { params: { authority, upload: id }, query: { offset: at }, body },
        { signal },
      )
      at = sent.received
    } catch (error) {
      const place = placeIn(error)
      misplaced += 1
      if (place === undefined || misplaced > MISPLACED) throw error
      at = place
    }
  }
  onSent(file.size)
}
