import { type ChangeEvent, useEffect, useState } from 'react'
import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import type { Photo } from './store.ts'

/** A photo of a line as it is shown: taken by this phone, or arrived from anywhere. */
export interface ShownPhoto {
  /** Id of the phone's photo, or of the evidence. */
  readonly id: string
  readonly own: Photo | undefined
  readonly evidence: string | undefined
}

/** Photos of a line in order: those that have arrived, then those of this phone that wait. */
export const shownPhotos = (arrived: readonly string[], own: readonly Photo[]): readonly ShownPhoto[] => [
  ...arrived.map((evidence) => ({ id: evidence, evidence, own: own.find((photo) => photo.evidence === evidence) })),
  ...own
    .filter(({ evidence }) => evidence === undefined)
    .map((photo) => ({ id: photo.id, own: photo, evidence: undefined })),
]

/** An address for a picture in this phone, for as long as it is shown. */
const useBlobAddress = (blob: Blob | undefined): string | undefined => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [blob])
  return address
}

const stateWords = ({ own, evidence }: ShownPhoto): string | undefined => {
  if (own?.problem) return '没有收下'
  return evidence ? undefined : '待上传'
}

const Thumb = ({
  photo,
  authority,
  alt,
  onOpen,
}: {
  readonly photo: ShownPhoto
  readonly authority: string
  readonly alt: string
  readonly onOpen: () => void
}) => {
  const small = useBlobAddress(photo.own?.small)
  const address = small ?? (photo.evidence && officeEvidence(authority, photo.evidence))
  const words = stateWords(photo)
  return (
    <button type="button" className="visit-photo" onClick={onOpen} aria-label={words ? `${alt}，${words}` : alt}>
      {address && <img src={address} alt="" loading="lazy" />}
      {words && <span className="visit-photo__state">{words}</span>}
    </button>
  )
}

const Large = ({ photo, authority, alt }: { photo: ShownPhoto; authority: string; alt: string }) => {
  const file = useBlobAddress(photo.own?.file)
  const address = file ?? (photo.evidence && officeEvidence(authority, photo.evidence))
  return address ? <img className="visit-photo__large" src={address} alt={alt} /> : <p>这张照片联网后可以查看。</p>
}

/** The photos of a line, each opening large; there it can be taken away. */
export const PhotoStrip = ({
  title,
  authority,
  photos,
  onRemove,
  onRetry,
}: {
  readonly title: string
  readonly authority: string
  readonly photos: readonly ShownPhoto[]
  /** Absent where nothing may be changed. */
  readonly onRemove?: ((photo: ShownPhoto) => void) | undefined
  readonly onRetry?: ((photo: Photo) => void) | undefined
}) => {
  const [open, setOpen] = useState<string>()
  if (photos.length === 0) return null
  const shown = photos.find(({ id }) => id === open)
  const problem = shown?.own?.problem
  return (
    <>
      <ul className="visit-photos" aria-label={`${title}的照片`}>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Thumb
              photo={photo}
              authority={authority}
              alt={`第 ${index + 1} 张照片`}
              onOpen={() => setOpen(photo.id)}
            />
          </li>
        ))}
      </ul>
      <Dialog
        open={shown !== undefined}
        title={title}
        onClose={() => setOpen(undefined)}
        actions={
          <>
            <Button tone="quiet" onClick={() => setOpen(undefined)}>
              关闭
            </Button>
            {problem && onRetry && (
              <Button
                tone="quiet"
                onClick={() => {
                  if (shown?.own) onRetry(shown.own)
                  setOpen(undefined)
                }}
              >
                重新上传
              </Button>
            )}
            {onRemove && (
              <Button
                tone="danger"
                onClick={() => {
                  if (shown) onRemove(shown)
                  setOpen(undefined)
                }}
              >
                删去这张照片
              </Button>
            )}
          </>
        }
      >
        {shown && <Large photo={shown} authority={authority} alt={`${title}的照片`} />}
        {problem && (
          <p className="field__error" role="alert">
            {problem.message}
            {problem.remedy}
          </p>
        )}
      </Dialog>
    </>
  )
}

/** The way to the camera (or the album): a file input that looks like a button. */
export const PhotoButton = ({
  label,
  camera = false,
  onFiles,
}: {
  readonly label: string
  readonly camera?: boolean
  readonly onFiles: (files: readonly File[]) => void
}) => {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // The same picture can be chosen again.
    event.target.value = ''
  }
  return (
    <label className="button button--plain visit-tool">
      {label}
      <input
        className="visually-hidden"
        type="file"
        accept="image/jpeg,image/png"
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        onChange={take}
      />
    </label>
  )
}
