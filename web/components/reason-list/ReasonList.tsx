import { reasonLabel } from '../../../regime/procedure/reasons.ts'

/** Coded reasons in words, numbered as the office gave them (R9.9). */
export const ReasonList = ({
  reasons,
}: {
  readonly reasons: readonly { readonly code: string; readonly text: string }[]
}) => (
  <ol>
    {reasons.map(({ code, text }) => (
      <li key={code + text}>
        <b>{reasonLabel(code)}</b>：{text}
      </li>
    ))}
  </ol>
)
