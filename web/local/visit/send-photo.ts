import type { Evidence } from '../../../contract/evidence.ts'
import type { Api } from '../../api.ts'
import { fileDigest } from '../../components/evidence-upload/file-digest.ts'
import { uploadFile } from '../../components/evidence-upload/upload-file.ts'
import type { UploadWatch } from './keeper.ts'
import type { Photo } from './store.ts'

/** Uploads a photo as evidence of its case, going on where an earlier try broke off. */
export const sendPhoto = async (
  api: Pick<Api, 'uploads'>,
  photo: Photo,
  { onSent, onBegun }: UploadWatch,
): Promise<Evidence> => {
  const { id: key, case: subject, name, upload } = photo
  const file = photo.file as Blob
  const course = {
    owner: { kind: 'office', subject } as const,
    file,
    name,
    key,
    sha256: await fileDigest(file),
    upload,
  }
  return uploadFile(api, course, { signal: new AbortController().signal, onSent, onBegun })
}
