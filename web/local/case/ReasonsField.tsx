import { useState } from 'react'
import { Button } from '../../components/button/Button.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { TextAreaField } from '../../components/field/TextField.tsx'

/** A coded reason as the desk enters it. */
export interface ReasonDraft {
  readonly code: string
  readonly path: string
  readonly text: string
}

export const emptyReason: ReasonDraft = { code: '', path: '', text: '' }

/** What is missing in the reasons, in words; undefined when they can be sent. */
export const reasonsProblem = (reasons: readonly ReasonDraft[]): string | undefined => {
  if (reasons.length === 0) return '请至少写明一条理由。'
  const at = reasons.findIndex(({ code, text }) => code === '' || text.trim().length < 2)
  return at < 0 ? undefined : `第 ${at + 1} 条理由还没有选择类别或写明具体内容。`
}

/** Coded reasons with the fact each concerns and what is wrong or to be supplied, one under another (R9.9). */
export const ReasonsField = ({
  choices,
  facts,
  textLabel,
  value,
  onChange,
}: {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly facts: readonly { readonly path: string; readonly title: string }[]
  readonly textLabel: string
  readonly value: readonly ReasonDraft[]
  readonly onChange: (value: readonly ReasonDraft[]) => void
}) => {
  const [keys, setKeys] = useState(() => value.map((_, index) => index))
  const change = (index: number, part: Partial<ReasonDraft>) =>
    onChange(value.map((reason, at) => (at === index ? { ...reason, ...part } : reason)))
  return (
    <div className="stack">
      {value.map((reason, index) => (
        <fieldset key={keys[index]} className="reason">
          <legend>理由 {index + 1}</legend>
          <SelectField
            name={`reason-code-${keys[index]}`}
            label="类别"
            options={choices}
            value={reason.code}
            onChange={({ target }) => change(index, { code: target.value })}
          />
          {facts.length > 0 && (
            <SelectField
              name={`reason-path-${keys[index]}`}
              label="涉及的事实"
              optional
              blank="整个申报"
              options={facts.map(({ path, title }) => ({ value: path, label: title }))}
              value={reason.path}
              onChange={({ target }) => change(index, { path: target.value })}
            />
          )}
          <TextAreaField
            name={`reason-text-${keys[index]}`}
            label={textLabel}
            rows={2}
            value={reason.text}
            onChange={({ target }) => change(index, { text: target.value })}
          />
          {value.length > 1 && (
            <Button
              small
              tone="plain"
              onClick={() => {
                setKeys(keys.filter((_, at) => at !== index))
                onChange(value.filter((_, at) => at !== index))
              }}
            >
              删去这条
            </Button>
          )}
        </fieldset>
      ))}
      <p>
        <Button
          small
          tone="quiet"
          onClick={() => {
            setKeys([...keys, Math.max(-1, ...keys) + 1])
            onChange([...value, emptyReason])
          }}
        >
          再加一条
        </Button>
      </p>
    </div>
  )
}
