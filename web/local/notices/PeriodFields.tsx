import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { AmountField } from '../../components/field/AmountField.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { DateField, TextAreaField } from '../../components/field/TextField.tsx'
import type { Problem } from '../../shell/problem.ts'
import { PeriodStrip } from './PeriodStrip.tsx'
import type { ComputedPeriod } from './usePeriod.ts'

/** What the handler states about the period; texts as typed. */
export interface PeriodDraft {
  readonly from: string
  readonly basis: string
  readonly days: string
  /** Another last day than the computed one; empty: none. */
  readonly to: string
  readonly reason: string
}

/** First day, length and basis of a notice; the last day is computed and always shown, and can be stated otherwise. */
export const PeriodFields = ({
  draft,
  onChange,
  computed,
  problem,
  today,
  errors,
}: {
  readonly draft: PeriodDraft
  readonly onChange: (part: Partial<PeriodDraft>) => void
  readonly computed: ComputedPeriod | undefined
  readonly problem: Problem | undefined
  readonly today: string
  readonly errors: Readonly<Record<string, string | undefined>>
}) => (
  <Card title="公示期">
    <div className="period">
      <div className="period__inputs">
        <DateField
          name="from"
          label="起始日（首日计入）"
          min={today}
          value={draft.from}
          error={errors.from}
          onChange={({ target }) => onChange({ from: target.value })}
        />
        <AmountField
          name="days"
          label="天数"
          unit={draft.basis === 'workday' ? '个工作日' : '天'}
          value={draft.days}
          error={errors.days}
          onChange={({ target }) => onChange({ days: target.value })}
        />
        <RadioField
          name="basis"
          label="按"
          inline
          value={draft.basis}
          onChange={({ target }) => onChange({ basis: target.value })}
          choices={[
            { value: 'workday', label: '工作日' },
            { value: 'calendar', label: '自然日' },
          ]}
        />
      </div>
      {problem && (
        <Banner tone="fail" live title={problem.message}>
          {problem.remedy}
        </Banner>
      )}
      {computed && (
        <>
          <p aria-live="polite">
            推算截止日 <span className="period__to">{dayText(computed.to, today)}</span>
            <span className="muted">
              （含当日，共 {computed.counted} {draft.basis === 'workday' ? '个工作日' : '天'}）
            </span>
          </p>
          <PeriodStrip strip={computed.strip} basis={draft.basis} />
          {computed.provisional && (
            <Banner tone="open" title="截止日期为暂定">
              {computed.because}
            </Banner>
          )}
          <details open={draft.to !== ''}>
            <summary>文书载明的截止日与推算不同</summary>
            <div className="period__inputs">
              <DateField
                name="to"
                label="文书载明的截止日"
                optional
                min={draft.from}
                value={draft.to}
                error={errors.to}
                onChange={({ target }) => onChange({ to: target.value })}
              />
              <TextAreaField
                name="reason"
                label="理由"
                hint="记入名单，审批人员会看到"
                rows={2}
                maxLength={500}
                value={draft.reason}
                error={errors.reason}
                onChange={({ target }) => onChange({ reason: target.value })}
              />
            </div>
          </details>
        </>
      )}
    </div>
  </Card>
)
