import type { Day } from '../../../regime/kernel/day.ts'
import type { Field } from '../../../regime/profile/field.ts'
import { noticeOf } from '../../../regime/profile/notice.ts'
import { readDayText } from '../../../regime/profile/read-day.ts'
import { FactField } from '../../components/fact-field/FactField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { shownText, typed, useEditing, usePlace } from './editing.ts'
import { ProvenanceLine } from './ProvenanceLine.tsx'
import { type PlaceState, shownAt } from './profile-store.ts'
import { tierOne } from './tier-one.ts'

/** A day as the date picker takes it; undefined where the text is no day and must be shown as it is. */
const pickable = (raw: string): string | undefined => {
  if (raw === '') return raw
  const reading = readDayText(raw)
  return 'value' in reading ? reading.value : undefined
}

const hasOwn = (place: PlaceState): boolean => {
  const { source, evidence } = shownAt(place)
  return source !== null || evidence.length > 0
}

/** One field of the profile: the control, how saving goes, and where the figure is from. */
export const PlaceField = ({
  field,
  path,
  ofItem = false,
}: {
  readonly field: Field
  readonly path: string
  /** Inside an entry of a list, whose papers speak for all its fields: only what differs is said. */
  readonly ofItem?: boolean
}) => {
  const { store, unit, today } = useEditing()
  const place = usePlace(path)
  const raw = shownText(field, place, unit)
  const day = field.kind === 'day' ? pickable(raw) : undefined
  const common = {
    field,
    path,
    unit,
    saving: place.saving,
    notice: noticeOf(field, raw, { today: today as Day, eligibility: tierOne.eligibility }),
    onChange: (text: string) => store.change(path, typed(field, text, unit)),
    onBlur: () => void store.flush(path),
  }
  return (
    <div className="place">
      {field.kind === 'day' && day === undefined ? (
        <TextField
          name={path}
          label={field.label}
          {...(field.hint !== undefined && { hint: field.hint })}
          saving={place.saving}
          error="请按“年-月-日”填写，例如 2026-09-01。"
          value={raw}
          onChange={(event) => common.onChange(event.target.value)}
          onBlur={common.onBlur}
        />
      ) : (
        <FactField {...common} raw={day ?? raw} />
      )}
      {(!ofItem || hasOwn(place)) && <ProvenanceLine title={field.label} paths={[{ path, title: field.label }]} />}
    </div>
  )
}
