import { useRef } from 'react'
import type { ClockReading } from '../../../contract/clock.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
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
  const days = useRef(1)
  const { act, renew, pending, problem } = useAct((api, options) =>
    api.clock.advance({ body: { days: days.current } }, options),
  )
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
          {leaps.map((leap) => (
            <Button
              key={leap.days}
              small
              tone="quiet"
              pending={pending}
              onClick={() => {
                days.current = leap.days
                renew()
                void act()
              }}
            >
              {leap.label}
            </Button>
          ))}
        </p>
        <ProblemBanner problem={problem} />
      </div>
    </details>
  )
}
