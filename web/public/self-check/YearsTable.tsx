import { partNotice, wholeOf } from '../../../regime/profile/part-notice.ts'
import { pathOf } from '../../../regime/profile/path.ts'
import { amountEcho, typingProblem } from '../../components/fact-field/FactField.tsx'
import type { FormPlan, PlannedRow } from './form-plan.ts'
import { useSheetAccess } from './SheetContext.ts'
import { withEntry } from './sheet.ts'

const Cell = ({ row, year }: { readonly row: PlannedRow; readonly year: number }) => {
  const { sheet, change } = useSheetAccess()
  if (!row.years.includes(year))
    return (
      <td className="years__unasked">
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">不用填</span>
      </td>
    )
  const path = pathOf(row.field.path, year)
  const raw = sheet.entries[path] ?? ''
  const problem = typingProblem(row.field, raw, sheet.unit)
  const whole = wholeOf(row.field)
  const notice = whole && partNotice(row.field, raw, sheet.entries[pathOf(whole.path, year)] ?? '', sheet.unit)
  const echo = row.field.kind.endsWith('money') ? amountEcho(raw, sheet.unit) : undefined
  return (
    <td>
      <span className="years__year" aria-hidden="true">
        {year} 年
      </span>
      <input
        className="control control--amount years__input"
        id={path}
        name={path}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${year} 年${row.field.label.replace('其中：', '')}`}
        aria-describedby={`${path}-note`}
        {...(problem !== undefined && { 'aria-invalid': true })}
        value={raw}
        onChange={({ target }) => change((now) => withEntry(now, path, target.value))}
      />
      <span id={`${path}-note`} className={problem === undefined ? 'years__echo' : 'field__error'}>
        {problem ?? echo}
        {notice !== undefined && (
          <>
            {' '}
            <span className="field__notice">{notice}</span>
          </>
        )}
      </span>
    </td>
  )
}

/** The audited years side by side, newest first; only the figures the standards ask about. */
export const YearsTable = ({ plan }: { readonly plan: FormPlan }) => {
  const { sheet } = useSheetAccess()
  const money = sheet.unit === 'wan' ? '万元' : '元'
  return (
    <table className="years">
      <caption className="visually-hidden">各年度审计报告数据</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">项目</span>
          </th>
          {plan.years.map((year) => (
            <th key={year} scope="col">
              {year} 年
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.rows.map((row) => (
          <tr key={row.field.path}>
            <th scope="row">
              {row.field.label}
              <span className="years__unit">（{row.field.kind === 'count' ? '人' : money}）</span>
              {row.field.hint && <span className="field__hint">{row.field.hint}</span>}
            </th>
            {plan.years.map((year) => (
              <Cell key={year} row={row} year={year} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
