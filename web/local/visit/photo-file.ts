import { freshKey } from '../../../contract/fresh-key.ts'
import { instantText } from '../../components/timeline/instant.ts'
import type { Photo } from './store.ts'

/** Longest side a photo is sent with: figures on a name plate stay readable, a bad line still carries it. */
const SENT = 2560
const SHOWN = 240
/** A picture that is small already is sent as it is. */
const SMALL_ENOUGH = 1_200_000

const draw = async (picture: ImageBitmap, longest: number, quality: number): Promise<Blob | undefined> => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
}

/** 核查照片 2026-09-01 1032 主要设备.jpg: when it was taken by this phone's clock, and of what. */
const nameOf = (file: File, title: string): string => {
  const taken = instantText(new Date(file.lastModified).toISOString()).replace(':', '')
  return `核查照片 ${taken} ${title.slice(0, 30)}.${file.type === 'image/png' ? 'png' : 'jpg'}`
}

/**
 * Makes a photo of a picture from the camera or the album: scaled down to what is sent, with a small one to show.
 * Undefined for what this browser cannot read as a picture.
 */
export const photoFrom = async (
  file: File,
  about: Pick<Photo, 'person' | 'case' | 'item'> & { readonly title: string },
): Promise<Photo | undefined> => {
  const { title, ...place } = about
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return undefined
  }
  const asItIs = /^image\/(jpeg|png)$/.test(file.type) && file.size <= SMALL_ENOUGH
  const sent = asItIs ? file : await draw(picture, SENT, 0.85)
  const small = await draw(picture, SHOWN, 0.8)
  picture.close()
  if (!sent) return undefined
  // A blob of its own: the file behind the picker may be gone when there is network again.
  const copy = new Blob([await sent.arrayBuffer()], { type: sent.type })
  const name = nameOf(asItIs ? file : new File([], '', { type: 'image/jpeg', lastModified: file.lastModified }), title)
  return { id: freshKey(), ...place, name, small, file: copy }
}
