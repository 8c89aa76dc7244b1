import type { MoneyUnit } from '../../../regime/profile/field.ts'

const units = [
  { unit: 'wan', label: '万元' },
  { unit: 'yuan', label: '元' },
] as const

/** In which unit amounts are shown and typed; changes no amount. */
export const UnitSwitch = ({
  unit,
  onChange,
}: {
  readonly unit: MoneyUnit
  readonly onChange: (unit: MoneyUnit) => void
}) => (
  <fieldset className="unit-switch">
    <legend className="visually-hidden">金额单位</legend>
    {units.map((each) => (
      <label key={each.unit} className={each.unit === unit ? 'unit-switch__on' : undefined}>
        <input
          type="radio"
          name="money-unit"
          checked={each.unit === unit}
          onChange={() => onChange(each.unit)}
          className="visually-hidden"
        />
        {each.label}
      </label>
    ))}
  </fieldset>
)
