import type { ReactNode } from 'react'
import './steps.css'

export type StepState = 'done' | 'now' | 'ahead' | 'stopped'

export interface Step {
  readonly id: string
  readonly label: string
  readonly state: StepState
  /** A day or a deadline: 8月20日 · 9月3日止. */
  readonly note?: ReactNode
}

const words: Readonly<Record<StepState, string>> = { done: '已完成', now: '当前', ahead: '未开始', stopped: '已终止' }

/** The progress strip: where a case stands on its road. */
export const Steps = ({ label = '办理进度', steps }: { readonly label?: string; readonly steps: readonly Step[] }) => (
  <ol className="steps" aria-label={label}>
    {steps.map((step) => (
      <li
        key={step.id}
        className={`steps__step steps__step--${step.state}`}
        aria-current={step.state === 'now' ? 'step' : undefined}
      >
        <span className="steps__label">{step.label}</span>
        <span className="visually-hidden">（{words[step.state]}）</span>
        {step.note !== undefined && <span className="steps__note">{step.note}</span>}
      </li>
    ))}
  </ol>
)
