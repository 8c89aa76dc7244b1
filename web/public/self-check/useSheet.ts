import { useEffect, useRef, useState } from 'react'
import { emptySheet, type Sheet } from './sheet.ts'
import { storedSheet, storeSheet } from './storage.ts'

const PAUSE_MS = 400

/** The sheet of this browser: empty while rendering on the server, then what was kept, then kept as it changes. */
export const useSheet = (today: string) => {
  const [sheet, setSheet] = useState<Sheet>(() => emptySheet(today))
  const [kept, setKept] = useState<'not-yet' | 'kept' | 'refused'>('not-yet')
  const loaded = useRef(false)

  useEffect(() => {
    const stored = storedSheet()
    if (stored && Object.keys(stored.entries).length > 0) setSheet(stored)
    loaded.current = true
  }, [])

  useEffect(() => {
    if (!loaded.current || Object.keys(sheet.entries).length === 0) return
    const timer = setTimeout(() => setKept(storeSheet(sheet) ? 'kept' : 'refused'), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [sheet])

  /** Empties the form and what this browser kept of it. */
  const clear = (): void => {
    const empty = emptySheet(today)
    setSheet(empty)
    storeSheet(empty)
    setKept('not-yet')
  }
  return { sheet, setSheet, kept, clear }
}
