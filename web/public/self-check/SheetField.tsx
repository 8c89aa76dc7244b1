import type { Field } from '../../../regime/profile/field.ts'
import { FactField } from '../../components/fact-field/FactField.tsx'
import { useSheetAccess } from './SheetContext.ts'
import { withEntry } from './sheet.ts'

/** One fact of the form, tied to the sheet. */
export const SheetField = ({ field, path }: { readonly field: Field; readonly path: string }) => {
  const { sheet, change } = useSheetAccess()
  return (
    <FactField
      field={field}
      path={path}
      raw={sheet.entries[path] ?? ''}
      unit={sheet.unit}
      onChange={(raw) => change((now) => withEntry(now, path, raw))}
    />
  )
}
