import { useEffect, useRef, useState } from 'react'
import type { Evidence, EvidenceOwner } from '../../../contract/evidence.ts'
import { browserApi } from '../../api.ts'
import { browserHeldFiles, noHeldFiles } from './held-files.ts'
import { createUploadQueue, type UploadItem, type UploadQueue } from './upload-queue.ts'

const later = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/**
 * The uploads of one field for as long as its page is open. With `person` its files are held in the browser until they
 * have arrived, and go on after a reload; without, leaving the page while one is on its way asks first.
 */
export const useUploadQueue = (
  field: string,
  owner: EvidenceOwner,
  person: string | undefined,
  onEvidence: (evidence: Evidence) => void,
): { readonly items: readonly UploadItem[]; readonly queue: () => UploadQueue | undefined } => {
  const [items, setItems] = useState<readonly UploadItem[]>([])
  const queue = useRef<UploadQueue | undefined>(undefined)
  const tell = useRef(onEvidence)
  useEffect(() => {
    tell.current = onEvidence
  })

  const ownerText = JSON.stringify(owner)
  useEffect(() => {
    const made = createUploadQueue({
      owner: JSON.parse(ownerText) as EvidenceOwner,
      place: `${person} ${ownerText} ${field}`,
      held: person === undefined ? noHeldFiles : browserHeldFiles,
      api: browserApi,
      onChange: setItems,
      onEvidence: (evidence) => tell.current(evidence),
      now: () => Date.now(),
      later,
    })
    queue.current = made
    void made.resume()
    window.addEventListener('online', made.wake)
    return () => {
      window.removeEventListener('online', made.wake)
      made.close()
      queue.current = undefined
      setItems([])
    }
  }, [ownerText, person, field])

  const leaving = person === undefined && items.some(({ phase }) => phase !== 'refused')
  useEffect(() => {
    if (!leaving) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [leaving])

  return { items, queue: () => queue.current }
}
