import { type Day, yearOf } from '../../../regime/kernel/day.ts'
import { fiscalYears, foundedOn } from '../../../regime/profile/assemble.ts'
import type { FactEntry, Field } from '../../../regime/profile/field.ts'
import { partNotice, wholeOf } from '../../../regime/profile/part-notice.ts'
import { pathOf } from '../../../regime/profile/path.ts'
import { amountEcho, typingProblem } from '../../components/fact-field/FactField.tsx'
import { SavingNote } from '../../components/field/Field.tsx'
import { isMoney, shownText, typed, useEditing, usePlace, usePlaces } from './editing.ts'
import { yearlyName } from './names.ts'
import { ProvenanceLine } from './ProvenanceLine.tsx'
import { type PlaceState, shownAt } from './profile-store.ts'

/** The profile as regime/profile reads it: what this person sees, drafts included. */
export const shownEntries = (places: ReadonlyMap<string, PlaceState>): ReadonlyMap<string, FactEntry> =>
  new Map(
    [...places].map(([path, place]) => [
      path,
      {
        ...shownAt(place),
        path,
        version: place.entry?.version ?? 0,
        person: place.entry?.person ?? '',
        at: place.entry?.at ?? '',
      },
    ]),
  )

const Cell = ({ field, year, asked }: { readonly field: Field; readonly year: number; readonly asked: boolean }) => {
  const { store, unit } = useEditing()
  const path = pathOf(field.path, year)
  const place = usePlace(path)
  const raw = shownText(field, place, unit)
  const problem = typingProblem(field, raw, unit)
  const whole = wholeOf(field)
  const wholePlace = usePlace(pathOf(whole?.path ?? field.path, year))
  const notice = whole && partNotice(field, raw, shownText(whole, wholePlace, unit), unit)
  const echo = isMoney(field) ? amountEcho(raw, unit) : undefined
  const common = {
    id: path,
    name: path,
    'aria-label': yearlyName(field, year),
    'aria-describedby': `${path}-note`,
    // Exactly what was typed: a text that changes under the cursor loses its selection, and digits get appended.
    value: raw,
    onChange: (event: { target: { value: string } }) => store.change(path, typed(field, event.target.value, unit)),
    onBlur: () => void store.flush(path),
  }
  return (
    <td>
      <span className="figures__year" aria-hidden="true">
        {year} 年
      </span>
      {field.kind === 'choice' ? (
        <select className="control figures__input" {...common}>
          <option value="">请选择</option>
          {Object.entries(field.choices ?? {}).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="control control--amount figures__input"
          inputMode="decimal"
          autoComplete="off"
          {...common}
          {...(problem !== undefined && { 'aria-invalid': true })}
        />
      )}
      <span className="figures__note" id={`${path}-note`}>
        {problem === undefined ? (
          <span className="figures__echo">
            {echo ?? (asked && raw === '' && field.kind !== 'choice' ? '待填' : '')}
          </span>
        ) : (
          <span className="field__error">{problem}</span>
        )}
        {notice !== undefined && <span className="field__notice">{notice}</span>}
        {place.saving !== undefined && <SavingNote saving={place.saving} />}
      </span>
    </td>
  )
}

/** The three audited years side by side, newest first. Years before the firm was founded do not apply. */
export const YearsTable = ({ fields, title }: { readonly fields: readonly Field[]; readonly title: string }) => {
  const { unit, today, relevance } = useEditing()
  const founded = foundedOn(shownEntries(usePlaces()))
  const years = [...fiscalYears(today as Day)].reverse()
  const applies = (year: number): boolean => founded === undefined || year >= yearOf(founded)
  const money = unit === 'wan' ? '万元' : '元'
  return (
    <table className="figures">
      <caption className="visually-hidden">{title}，最近三个会计年度</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">项目</span>
          </th>
          {years.map((year) => (
            <th key={year} scope="col" id={`/years/${year}`} tabIndex={-1}>
              {year} 年
              {applies(year) ? (
                <ProvenanceLine
                  title={`${year} 年全部数字`}
                  paths={[{ path: `/years/${year}`, title: `${year} 年` }]}
                />
              ) : (
                <span className="figures__none">企业 {founded && yearOf(founded)} 年成立，不适用</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path}>
            <th scope="row">
              {field.label}
              {field.kind !== 'choice' && (
                <span className="figures__unit">（{field.kind === 'count' ? '人' : money}）</span>
              )}
              {field.hint && <span className="field__hint">{field.hint}</span>}
              <ProvenanceLine
                title={field.label.replace('其中：', '')}
                paths={years
                  .filter(applies)
                  .map((year) => ({ path: pathOf(field.path, year), title: yearlyName(field, year) }))}
              />
            </th>
            {years.map((year) =>
              applies(year) ? (
                <Cell key={year} field={field} year={year} asked={relevance.yearly.has(pathOf(field.path, year))} />
              ) : (
                <td key={year} className="figures__unasked">
                  <span className="figures__year" aria-hidden="true">
                    {year} 年
                  </span>
                  不适用
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
