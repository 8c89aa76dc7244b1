import type { ClockReading } from '../../../contract/clock.ts'
import { useAct } from '../act/use-act.ts'
import { Button } from '../button/Button.tsx'
import { dayText } from '../deadline/Deadline.tsx'
import './demo-clock.css'

const leaps = [
  { days: 1, label: '过 1 天' },
  { days: 7, label: '过 7 天' },
  { days: 30, label: '过 30 天' },
] as const

/** The system's day. In demo mode a visitor may let days pass and watch periods end and deadlines come. */
export const DemoClock = ({ clock }: { readonly clock: ClockReading }) => {
  const { pending, problem, run } = useAct()
  const today = <time dateTime={clock.today}>{dayText(clock.today)}</time>
  if (!clock.demo) return <span className="muted small">{today}</span>
  return (
    <details className="demo-clock">
      <summary>
        <span className="visually-hidden">演示日期 </span>
        {today}
      </summary>
      <div className="demo-clock__panel">
        <p className="small">演示时钟：让日期前进，到期的公示、补正和申报会自动处理。只能前进，不能后退。</p>
        <p className="row">
          {leaps.map(({ days, label }) => (
            <Button
              key={days}
              small
              tone="quiet"
              pending={pending}
              onClick={() => run((api, key) => api.clock.advance({ body: { days } }, { key }))}
            >
              {label}
            </Button>
          ))}
        </p>
        {problem && <p role="alert">{problem.message}</p>}
      </div>
    </details>
  )
}
