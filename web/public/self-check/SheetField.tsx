import type { Day } from '../../../regime/kernel/day.ts'
import type { Field } from '../../../regime/profile/field.ts'
import { noticeOf } from '../../../regime/profile/notice.ts'
import { findStandard } from '../../../standards/browser.ts'
import { FactField } from '../../components/fact-field/FactField.tsx'
import { useSheetAccess } from './SheetContext.ts'
import { withEntry } from './sheet.ts'

const eligibility = findStandard('henan-2023-131/eligibility')

/** One fact of the form, tied to the sheet. */
export const SheetField = ({ field, path }: { readonly field: Field; readonly path: string }) => {
  const { sheet, change } = useSheetAccess()
  const raw = sheet.entries[path] ?? ''
  return (
    <FactField
      field={field}
      path={path}
      raw={raw}
      notice={eligibility && noticeOf(field, raw, { today: sheet.asOf as Day, eligibility })}
      unit={sheet.unit}
      onChange={(raw) => change((now) => withEntry(now, path, raw))}
    />
  )
}
