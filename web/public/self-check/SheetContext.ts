import { createContext, useContext } from 'react'
import { emptySheet, type Sheet } from './sheet.ts'

/** The sheet being filled in and how parts of the form change it. */
export interface SheetAccess {
  readonly sheet: Sheet
  readonly change: (next: (sheet: Sheet) => Sheet) => void
}

export const SheetContext = createContext<SheetAccess>({ sheet: emptySheet('2026-01-01'), change: () => {} })

export const useSheetAccess = (): SheetAccess => useContext(SheetContext)
